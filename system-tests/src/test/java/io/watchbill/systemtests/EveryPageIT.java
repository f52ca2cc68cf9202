package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that people set up and look things up on is fine, with something on it. */
class EveryPageIT extends BrowserTest {

  @ParameterizedTest
  @EnumSource
  void everyPageIsFine(Look look) throws Exception {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox())
              .withPeople(receiver, "ann", "ben")
              .withStanding("primary:ann")
              .withPolicy(
                  """
                  {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
                  """);
      crew.integrationKey();
      String reference = crew.open("Disk full", "P2");
      Screen screen = screen(look);
      screen.signIn(sandbox().adminKey(), "/me");
      screen.isFine("me-nobody");
      SoftAssertions all = new SoftAssertions();
      pages(crew, reference)
          .forEach(
              (name, path) ->
                  all.check(
                      () -> {
                        assertThat(screen.open(path)).as(path).isEqualTo(200);
                        screen.isFine(name);
                      }));
      all.assertAll();
      Screen ann = screen(look);
      ann.signInAs(sandbox(), crew.person("ann"));
      ann.open("/me");
      ann.isFine("me");
    }
  }

  private static Map<String, String> pages(Crew crew, String reference) {
    Map<String, String> pages = new LinkedHashMap<>();
    String id = crew.id();
    pages.put("policies", "/policies");
    pages.put("policy", "/policies/" + id);
    pages.put("policy-edit", "/policies/" + id + "/edit");
    pages.put("policy-dry-run", "/policies/" + id + "/dry-run?severity=P1&sla=15");
    pages.put("policy-tests", "/policies/" + id + "/tests");
    pages.put("contact-methods", "/contact-methods/" + crew.person("ann"));
    pages.put("messages", "/messages");
    pages.put("alarms", "/alarms");
    pages.put("parked-events-incident", "/parked-events/incident");
    pages.put("people", "/people");
    pages.put("person", "/people/" + crew.person("ann"));
    pages.put("teams", "/teams");
    pages.put("team", "/teams/" + id);
    pages.put("keys", "/keys");
    pages.put("rights", "/keys/rights");
    pages.put("schedules", "/schedules");
    pages.put("schedule-new", "/schedules/new?team=" + id);
    pages.put("schedule-lanes", "/schedules/" + id);
    pages.put("schedule-fairness", "/schedules/" + id + "/fairness");
    pages.put("schedule-history", "/schedules/" + id + "/history");
    pages.put("schedule-edit", "/schedules/" + id + "/edit");
    pages.put("integrations", "/integrations");
    pages.put("integration-new", "/integrations/new");
    pages.put("policy-new", "/policies/new");
    pages.put("policy-history", "/policies/" + id + "/history");
    pages.put("integration", "/integrations/" + id);
    pages.put("integration-edit", "/integrations/" + id + "/edit");
    pages.put("incoming", "/incoming");
    pages.put("search", "/search?q=" + crew.id());
    pages.put("severities", "/severities");
    pages.put("test-pages", "/test-pages");
    pages.put("escalate", "/escalate/" + crew.incident(reference).path("id").asText());
    pages.put("incident-new", "/incidents/new");
    return pages;
  }
}
