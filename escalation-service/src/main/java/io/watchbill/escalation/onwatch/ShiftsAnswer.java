package io.watchbill.escalation.onwatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** The final shifts of a range, as the rotation-service tells them. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ShiftsAnswer(List<Shift> shifts, List<Gap> gaps) {

  ShiftsAnswer {
    shifts = shifts == null ? List.of() : List.copyOf(shifts);
    gaps = gaps == null ? List.of() : List.copyOf(gaps);
  }

  /** Somebody on watch; half-open. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Shift(String role, List<String> people, Instant start, Instant end, String reason) {
    Shift {
      people = people == null ? List.of() : List.copyOf(people);
    }
  }

  /** Nobody on watch; half-open. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Gap(String role, Instant start, Instant end) {}
}
