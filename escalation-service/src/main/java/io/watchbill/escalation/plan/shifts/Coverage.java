package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds when nobody is on call in a role, within the known range. */
public final class Coverage {
  private Coverage() {}

  /** Returns the gaps of a role in a range, without gaps by design. */
  public static List<Window> gaps(
      CachedRotation.Known known, String role, Instant from, Instant until) {
    Instant end = until.isBefore(known.until()) ? until : known.until();
    List<Window> gaps = new ArrayList<>();
    Instant covered = from.isBefore(known.from()) ? known.from() : from;
    for (CachedShift shift : shifts(known, role)) {
      if (shift.start().isAfter(covered)) {
        gaps.add(new Window(covered, earlier(shift.start(), end)));
      }
      covered = shift.end().isAfter(covered) ? shift.end() : covered;
    }
    gaps.add(new Window(covered, end));
    return gaps.stream().filter(gap -> gap.from().isBefore(gap.to())).toList();
  }

  private static List<CachedShift> shifts(CachedRotation.Known known, String role) {
    return known.shifts().stream()
        .filter(shift -> shift.role().equals(role))
        .sorted(Comparator.comparing(CachedShift::start))
        .toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
