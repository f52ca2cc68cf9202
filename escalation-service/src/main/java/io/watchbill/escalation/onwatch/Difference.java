package io.watchbill.escalation.onwatch;

import io.watchbill.escalation.plan.KeptRotation;
import io.watchbill.escalation.plan.KeptShift;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a new answer says that others are on watch than was kept. */
final class Difference {
  private Difference() {}

  /** Compares what both say of the time from {@code from}; a new day at the end is no change. */
  static boolean between(KeptRotation before, List<KeptShift> after, Instant from) {
    return switch (before) {
      case KeptRotation.Missing missing -> true;
      case KeptRotation.NeverLearned never -> true;
      case KeptRotation.Known known ->
          !within(known.shifts(), from, known.until()).equals(within(after, from, known.until()));
    };
  }

  private static Set<KeptShift> within(List<KeptShift> shifts, Instant from, Instant until) {
    return shifts.stream()
        .filter(shift -> shift.start().isBefore(until) && shift.end().isAfter(from))
        .map(
            shift ->
                new KeptShift(
                    shift.role(),
                    shift.people(),
                    shift.start().isBefore(from) ? from : shift.start(),
                    shift.end().isAfter(until) ? until : shift.end(),
                    null))
        .collect(Collectors.toSet());
  }
}
