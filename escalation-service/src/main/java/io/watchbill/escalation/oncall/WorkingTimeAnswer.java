package io.watchbill.escalation.oncall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** The working windows of a range, as the rotation-service answers them. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record WorkingTimeAnswer(String zone, boolean always, List<Item> items) {

  /**
   * Checks the windows.
   *
   * @throws IllegalArgumentException if one does not end after it begins
   */
  WorkingTimeAnswer {
    items = items == null ? List.of() : List.copyOf(items);
    zone = zone == null ? "UTC" : zone;
    for (Item item : items) {
      if (item.from() == null || item.to() == null || !item.from().isBefore(item.to())) {
        throw new IllegalArgumentException("a window has 'from' before 'to'");
      }
    }
  }

  /** A window; half-open. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(Instant from, Instant to) {}
}
