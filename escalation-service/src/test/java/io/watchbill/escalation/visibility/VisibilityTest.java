package io.watchbill.escalation.visibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.snapshot.IncidentAccess;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Where;
import io.watchbill.testkit.EndpointRights;
import io.watchbill.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller who may not see an incident sees nothing of it, wherever the caller asks. */
@QuarkusTest
class VisibilityTest extends ServiceTest {
  /** The holder of a link was paged: the link is the authorization. */
  private static final Set<String> BY_LINK =
      Set.of("AcknowledgeLinkResource.show", "AcknowledgeLinkResource.acknowledge");

  /** These show nothing of an incident; parked events show ids to the admins. */
  private static final Set<String> OF_OTHER_THINGS =
      Set.of(
          "AssetResource",
          "CallerResource",
          "ContactMethodResource",
          "ContactsFragment",
          "ContactsPageResource",
          "DryRunPageResource",
          "DryRunResource",
          "EventsResource",
          "LastResortResource",
          "LintResource",
          "NotificationRuleResource",
          "ParkedEventsApi",
          "ParkedEventsResource",
          "ParkedPageResource",
          "PolicyCheckFragment",
          "PolicyCheckResource",
          "PolicyFormResource",
          "PolicyHistoryResource",
          "PolicyPageResource",
          "PolicyResource",
          "PolicyTestResource",
          "PolicyTestsPageResource",
          "PolicyVersionResource",
          "VerificationResource",
          "WebhookResource");

  private static final String TO_BOB = "{\"reason\": \"media\", \"to\": {\"person\": \"%s\"}}";

  private Incident incident;
  private String page;
  private String delivery;

  @BeforeEach
  void anIncidentWithPagesAndAnAlarm() {
    rotation("primary", "alice", "secondary", "bob");
    reachableByMail("alice");
    policy(step("primary", "primary"), step("other", "secondary", "\"branch\": \"other\""));
    incident = open(new Incident(own, "P1", now()).withTitle(own + " is down"));
    TestKeys.grant(named("alice"), "viewer", "");
    soon(() -> assertThat(paged(incident)).contains("alice", "bob"));
    soon(() -> assertThat(alarms(incident)).isNotEmpty());
    delivery = get("/v1/deliveries?incident=" + incident.id).getString("items[0].id");
    page = get("/v1/deliveries?incident=" + incident.id).getString("items[0].page");
  }

  @Test
  void everyEndpointShowsTheIncidentToThoseWhoMaySeeIt() {
    assertThat(answers())
        .allSatisfy(
            (endpoint, answer) ->
                assertThat(answer.statusCode())
                    .as(endpoint)
                    .isEqualTo(endpoint.equals("EscalatePageResource.escalate") ? 400 : 200));
    assertThat(answers())
        .allSatisfy(
            (endpoint, answer) ->
                assertThat(answer.asString())
                    .as(endpoint)
                    .contains(isPage(endpoint) ? own : incident.id));
  }

  @Test
  void noEndpointShowsAHiddenIncident() {
    answers();
    hide();

    Map<String, Response> answers = answers();

    answers.forEach(
        (endpoint, answer) -> {
          assertThat(answer.statusCode())
              .as(endpoint)
              .isEqualTo(isList(endpoint) || isFragment(endpoint) ? 200 : 404);
          assertThat(shown(answer)).as(endpoint).doesNotContain(own);
        });
    assertThat(answers.get("PageResource.list").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void aListShowsTheOthers() {
    Incident other = open("P2");
    soon(() -> assertThat(paged(other)).isNotEmpty());
    hide();

    assertThat(this.<String>values("/v1/pages?limit=500&cursor=" + cursor(page), "items.incident"))
        .contains(other.id)
        .doesNotContain(incident.id);
  }

  @Test
  void everyEndpointIsAskedHereOrShowsNothingOfAnIncident() {
    Set<String> asked = new TreeSet<>();
    for (String endpoint : EndpointRights.names("io.watchbill.escalation")) {
      String resource = endpoint.substring(0, endpoint.indexOf('.'));
      if (!BY_LINK.contains(endpoint) && !OF_OTHER_THINGS.contains(resource)) {
        asked.add(endpoint);
      }
    }

    Set<String> asHere = new TreeSet<>();
    answers().keySet().forEach(endpoint -> asHere.add(endpoint.replaceFirst(" .*", "")));
    assertThat(asked).isEqualTo(asHere);
  }

  /** The answers of all endpoints that show something of an incident, by resource and method. */
  private Map<String, Response> answers() {
    Map<String, Response> answers = new TreeMap<>();
    String of = "?incident=" + incident.id;
    answers.put("PageResource.list", admin().get("/v1/pages" + of));
    answers.put("PageResource.get", admin().get("/v1/pages/" + page));
    answers.put("DeliveryResource.list", admin().get("/v1/deliveries" + of));
    answers.put("DeliveryResource.list of a page", admin().get("/v1/deliveries?page=" + page));
    answers.put("EscalationResource.list", admin().get("/v1/escalations" + of));
    answers.put("AlarmPageResource.list", admin().get("/alarms" + of));
    answers.put("MessagePageResource.list", admin().get("/messages" + of));
    answers.put("AlarmResource.list", admin().get("/v1/alarms" + of));
    String delivery = waiting();
    answers.put(
        "ResendResource.resend", admin().body("{}").post("/v1/deliveries/{d}/resend", delivery));
    answers.put(
        "MessagePageResource.resend",
        given()
            .auth()
            .oauth2(TestKeys.admin())
            .formParam("incident", incident.id)
            .post("/messages/{d}/resend", delivery));
    answers.put(
        "PageAcknowledgeResource.acknowledge", admin().post("/v1/pages/" + page + "/acknowledge"));
    answers.put(
        "PagingFragments.incident", admin().get("/fragments/escalation/incidents/" + incident.id));
    answers.put("PagingFragments.mine", alice().get("/fragments/escalation/mine"));
    answers.put("EscalatePageResource.show", admin().get("/escalate/" + incident.id));
    answers.put(
        "EscalatePageResource.escalate",
        given()
            .auth()
            .oauth2(TestKeys.admin())
            .formParam("reason", "boredom")
            .post("/escalate/" + incident.id));
    answers.put("EscalateResource.escalate", escalate(TO_BOB.formatted(named("bob")), "escalate"));
    answers.put("EscalateResource.backup", escalate("{}", "backup"));
    return answers;
  }

  /**
   * Returns a delivery that waits, so that nothing but visibility keeps it from being asked for.
   */
  private String waiting() {
    plant(
        "UPDATE delivery SET state = 'queued', available_at = now() + interval '1 day' WHERE page ="
            + " '"
            + page
            + "'");
    return delivery;
  }

  /** With one key for both: a stored answer is hidden, too. */
  private Response escalate(String body, String what) {
    return admin()
        .header("Idempotency-Key", own + what)
        .body(body)
        .post("/v1/escalations/{i}/{what}", incident.id, what);
  }

  private RequestSpecification alice() {
    return given().auth().oauth2(TestKeys.person(named("alice")));
  }

  private static boolean isPage(String endpoint) {
    return isFragment(endpoint) || endpoint.startsWith("EscalatePageResource");
  }

  private static boolean isFragment(String endpoint) {
    return endpoint.startsWith("PagingFragments");
  }

  private static boolean isList(String endpoint) {
    return endpoint.contains(".list");
  }

  /** The problem of a look-up names the id that was asked for, and nothing else. */
  private String shown(Response answer) {
    return answer.asString().replace(page, "").replace(delivery, "").replace(incident.id, "");
  }

  private static String cursor(String after) {
    return Base64.getUrlEncoder().encodeToString(after.getBytes(StandardCharsets.UTF_8));
  }

  private void hide() {
    QuarkusMock.installMockForType(new Hiding(UUID.fromString(incident.id)), VisibilityRule.class);
  }

  /** Hides one incident from everybody. */
  public static class Hiding extends VisibilityRule {
    private final UUID hidden;

    Hiding(UUID hidden) {
      this.hidden = hidden;
    }

    @Override
    public boolean allows(Principal caller, IncidentAccess incident) {
      return !incident.incident().equals(hidden);
    }

    @Override
    public void restrict(Where where, Principal caller, String incident) {
      where.and(incident + " <> ?", hidden);
    }
  }
}
