package io.watchbill.escalation.plan;

import java.time.Duration;
import java.util.Optional;

/** How long after its anchor a step is due. */
public sealed interface After {

  /** The distance on these facts; empty where the severity has no such clock. */
  Optional<Duration> on(Facts facts);

  /** A fixed distance. */
  record Fixed(Duration duration) implements After {
    @Override
    public Optional<Duration> on(Facts facts) {
      return Optional.of(duration);
    }

    @Override
    public String toString() {
      return duration.toString();
    }
  }

  /** The acknowledgement SLA of the severity that the incident has at that moment. */
  record AcknowledgeSla() implements After {
    @Override
    public Optional<Duration> on(Facts facts) {
      return facts.acknowledgeSla();
    }

    @Override
    public String toString() {
      return "the acknowledgement SLA";
    }
  }
}
