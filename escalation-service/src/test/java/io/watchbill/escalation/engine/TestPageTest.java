package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import java.time.Duration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** A test page pages one person by their own rules, and nobody else whatever comes of it. */
@QuarkusTest
class TestPageTest extends ServiceTest {

  private Incident testPage(String person) {
    return open(new Incident(own, "P3", now()).withPolicy("test-page:" + person));
  }

  @Test
  void onlyThePersonIsPaged() {
    rotation("primary", "alice");
    reachableByMail("alice");
    reachableByMail("bob");
    policy(step("primary", "primary"));

    testPage(named("bob"));

    soon(() -> assertThat(Mailbox.of(mail("bob"))).hasSize(1));
    later(Duration.ofHours(1));
    assertThat(Mailbox.of(mail("bob"))).hasSize(1);
    assertThat(Mailbox.of(mail("alice"))).isEmpty();
  }

  @Test
  void aTestPageThatReachesNobodyIsAFindingAndWakesNobodyElse() {
    admin()
        .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("last-resort")))
        .put("/v1/last-resort")
        .then()
        .statusCode(Matchers.oneOf(200, 201));

    Incident incident = testPage(named("carol"));

    soon(() -> assertThat(alarms(incident)).containsExactly("no-contact-method"));
    soon(
        () ->
            assertThat(incidents.events("escalation.recorded", incident.id))
                .extracting(entry -> entry.path("text").asText())
                .anyMatch(text -> text.startsWith("Alarm no-contact-method"))
                .noneMatch(text -> text.contains("is paged")));
    later(Duration.ofMinutes(1));
    assertThat(Mailbox.of(mail("last-resort"))).isEmpty();
  }

  @Test
  void noStoredPolicyCanTakeItsName() {
    admin()
        .body("{\"steps\": [{\"notify\": [{\"person\": \"bob\"}]}]}")
        .put("/v1/policies/{id}", "test-page:bob")
        .then()
        .statusCode(Matchers.oneOf(400, 404, 422));
  }
}
