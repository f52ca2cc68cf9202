package io.watchbill.escalation.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GivenTest {

  @Test
  void anAcknowledgementWithoutItsInstantWasGivenAtTheTrigger() {
    Instant triggered = Instant.parse("2026-03-01T00:00:00Z");
    IncidentSnapshot snapshot = IncidentSnapshot.unreadable(new UUID(0, 1), 1, triggered);

    AcknowledgementView.Given given = AcknowledgementView.Given.of(snapshot);

    assertThat(given.at()).isEqualTo(triggered);
  }
}
