package io.watchbill.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.kit.peer.DisplayNames;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People read names in pages and timelines; where none is known they read the id. */
@QuarkusTest
class PageNamesTest extends ServiceTest {
  private static final String ZONE = "America/Los_Angeles";

  @Inject DisplayNames names;

  @BeforeEach
  void alice() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
  }

  private void named() {
    rotations.calls("people", named("alice"), "Alice Ampere", ZONE);
    rotations.calls("rotations", own, "Security", ZONE);
    names.refresh();
  }

  private JsonNode entry(Incident incident) {
    soon(() -> assertThat(incidents.events("escalation.recorded", incident.id)).isNotEmpty());
    return incidents.events("escalation.recorded", incident.id).getFirst();
  }

  @Test
  void aPageNamesThePersonAndTheRotationInItsTimeZone() throws Exception {
    named();

    Incident incident = open("P2");

    JsonNode entry = entry(incident);
    assertThat(entry.path("text").asText())
        .startsWith("Paged Alice Ampere by e-mail: on call as primary of Security until ")
        .containsPattern(" P[SD]T; step “primary”, immediately$");
    JsonNode person = entry.path("data").path("people").get(0);
    assertThat(person.path("target").asText()).isEqualTo(named("alice"));
    assertThat(person.path("name").asText()).isEqualTo("Alice Ampere");
    assertThat(person.path("rotation").asText()).isEqualTo(own);
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
    assertThat(Mailbox.of(mail("alice")).getFirst().getContent().toString())
        .contains("Paged: Alice Ampere")
        .contains("primary of Security");
    assertThat(paged(incident)).containsExactly("alice");
  }

  @Test
  void whereNoNameIsKnownThePageShowsTheIds() {
    Incident incident = open("P2");

    assertThat(entry(incident).path("text").asText())
        .startsWith(
            "Paged " + named("alice") + " by e-mail: on call as primary of " + own + " until ");
  }

  @Test
  void whileTheRotationServiceIsAwayTheLastNamesStay() {
    named();

    rotations.down(true);
    names.refresh();

    assertThat(names.person(named("alice"))).isEqualTo("Alice Ampere");
    assertThat(names.rotation(own)).isEqualTo("Security");
    assertThat(names.zoneOfRotation(own)).hasToString("Optional[" + ZONE + "]");
  }
}
