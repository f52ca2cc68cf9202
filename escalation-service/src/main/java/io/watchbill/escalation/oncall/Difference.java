package io.watchbill.escalation.oncall;

import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a new answer says that others are on call than was kept. */
final class Difference {
  private Difference() {}

  /** Compares what both say of the time from {@code from}; a new day at the end is no change. */
  static boolean between(CachedRotation before, List<CachedShift> after, Instant from) {
    return switch (before) {
      case CachedRotation.Missing missing -> true;
      case CachedRotation.NeverLearned never -> true;
      case CachedRotation.Known known ->
          !within(known.shifts(), from, known.until()).equals(within(after, from, known.until()));
    };
  }

  private static Set<CachedShift> within(List<CachedShift> shifts, Instant from, Instant until) {
    return shifts.stream()
        .filter(shift -> shift.start().isBefore(until) && shift.end().isAfter(from))
        .map(
            shift ->
                new CachedShift(
                    shift.role(),
                    shift.people(),
                    shift.start().isBefore(from) ? from : shift.start(),
                    shift.end().isAfter(until) ? until : shift.end(),
                    null))
        .collect(Collectors.toSet());
  }
}
