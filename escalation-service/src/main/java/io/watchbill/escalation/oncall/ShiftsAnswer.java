package io.watchbill.escalation.oncall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.plan.shifts.CachedShift;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The final shifts of a range, as the rotation-service answers them. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ShiftsAnswer(List<Shift> shifts, List<Gap> gaps) {

  ShiftsAnswer {
    shifts = shifts == null ? List.of() : List.copyOf(shifts);
    gaps = gaps == null ? List.of() : List.copyOf(gaps);
  }

  /** Returns the shifts to cache, and each intended gap as a shift that nobody has. */
  List<Shift> cached() {
    return Stream.concat(
            shifts.stream(),
            gaps.stream()
                .filter(Gap::byDesign)
                .map(gap -> new Shift(gap.role(), List.of(), gap.start(), gap.end(), null)))
        .toList();
  }

  /** Returns the same as facts for an evaluation. */
  List<CachedShift> decidable() {
    return cached().stream()
        .map(s -> new CachedShift(s.role(), s.people(), s.start(), s.end(), s.reason()))
        .toList();
  }

  /** Somebody on call; half-open. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Shift(
      String role, List<String> people, Instant start, Instant end, @Nullable String reason) {
    Shift {
      people = people == null ? List.of() : List.copyOf(people);
    }
  }

  /** Nobody on call, intentionally: outside of the rotation's hours; half-open. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Gap(String role, Instant start, Instant end, boolean byDesign) {}
}
