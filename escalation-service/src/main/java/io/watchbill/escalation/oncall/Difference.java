package io.watchbill.escalation.oncall;

import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out whether a new answer changes who is on call. */
final class Difference {
  private Difference() {}

  /** Compares both from {@code from} on; a new day at the end is no change. */
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
