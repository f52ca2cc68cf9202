package io.watchbill.escalation.plan.shifts;

import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Searches the known shifts of a rotation, and says how it found somebody or nobody. */
final class ShiftSearch {
  private final CachedRotation.Known known;
  private final String rotation;
  private final ZoneId zone;

  ShiftSearch(CachedRotation.Known known, String rotation, ZoneId zone) {
    this.known = known;
    this.rotation = rotation;
    this.zone = zone;
  }

  /** Returns who is on call in a role at an instant. */
  OnCallAnswer at(String role, Instant at) {
    if (at.isBefore(known.from()) || !at.isBefore(known.until())) {
      return new OnCallAnswer.Unknown(
          "the shifts of "
              + rotation
              + " are known from "
              + Wording.instant(known.from(), zone)
              + " until "
              + Wording.instant(known.until(), zone)
              + " only");
    }
    if (!known.roles().contains(role)) {
      return new OnCallAnswer.Nobody("rotation " + rotation + " has no role " + role, null);
    }
    Set<String> people = new TreeSet<>();
    StringBuilder reason = new StringBuilder();
    Instant since = null;
    Instant end = null;
    for (CachedShift shift : known.shifts()) {
      if (shift.covers(role, at) && people.addAll(shift.people())) {
        append(reason, describe(shift));
        since = since == null || shift.start().isBefore(since) ? shift.start() : since;
        end = end == null || shift.end().isBefore(end) ? shift.end() : end;
      }
    }
    return end == null
        ? nobody(role, at)
        : new OnCallAnswer.People(List.copyOf(people), reason.toString(), since, end);
  }

  private OnCallAnswer nobody(String role, Instant at) {
    for (CachedShift off : known.shifts()) {
      if (off.covers(role, at) && off.people().isEmpty()) {
        return new OnCallAnswer.Off(
            "outside the working hours of "
                + rotation
                + " until "
                + Wording.instant(off.end(), zone),
            off.end());
      }
    }
    return new OnCallAnswer.Nobody(
        "nobody is on call as " + role + " of " + rotation, nextStart(role, at));
  }

  /** Returns the first people after an instant who are not on call at it. */
  OnCallAnswer next(String role, Instant at) {
    OnCallAnswer now = at(role, at);
    if (now instanceof OnCallAnswer.Unknown || !known.roles().contains(role)) {
      return now;
    }
    List<String> present = now instanceof OnCallAnswer.People on ? on.people() : List.of();
    return known.shifts().stream()
        .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
        .filter(shift -> !present.containsAll(shift.people()))
        .min(Comparator.comparing(CachedShift::start))
        .map(shift -> nextOf(shift, present, known.lastChange(role, at)))
        .orElseGet(() -> nobodyElse(role));
  }

  private OnCallAnswer nobodyElse(String role) {
    return new OnCallAnswer.Nobody(
        "nobody else is known to come on call as "
            + role
            + " of "
            + rotation
            + " until "
            + Wording.instant(known.until(), zone),
        null);
  }

  private OnCallAnswer nextOf(CachedShift shift, List<String> present, @Nullable Instant since) {
    List<String> people =
        shift.people().stream().filter(id -> !present.contains(id)).sorted().toList();
    return new OnCallAnswer.People(
        people,
        "next on call as "
            + shift.role()
            + " of "
            + rotation
            + " from "
            + Wording.instant(shift.start(), zone),
        since,
        shift.end());
  }

  private @Nullable Instant nextStart(String role, Instant at) {
    return known.shifts().stream()
        .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
        .filter(shift -> !shift.people().isEmpty())
        .map(CachedShift::start)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Two people on call for the same reason share it. */
  private static void append(StringBuilder reasons, String reason) {
    if (reasons.indexOf(reason) < 0) {
      reasons.append(reasons.isEmpty() ? "" : "; ").append(reason);
    }
  }

  private String describe(CachedShift shift) {
    String why = shift.isPlanned() ? "" : " (" + shift.reason() + ")";
    return "on call as "
        + shift.role()
        + " of "
        + rotation
        + " until "
        + Wording.instant(shift.end(), zone)
        + why;
  }
}
