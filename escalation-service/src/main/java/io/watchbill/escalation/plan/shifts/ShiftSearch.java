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
  OnCall at(String role, Instant at) {
    if (at.isBefore(known.from()) || !at.isBefore(known.until())) {
      return new OnCall.Unknown(
          "the shifts of "
              + rotation
              + " are known from "
              + Wording.instant(known.from(), zone)
              + " until "
              + Wording.instant(known.until(), zone)
              + " only");
    }
    if (!known.roles().contains(role)) {
      return new OnCall.Nobody("rotation " + rotation + " has no role " + role, null);
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
        : new OnCall.People(List.copyOf(people), reason.toString(), since, end);
  }

  private OnCall nobody(String role, Instant at) {
    for (CachedShift off : known.shifts()) {
      if (off.covers(role, at) && off.people().isEmpty()) {
        return new OnCall.Off(
            "outside the working hours of "
                + rotation
                + " until "
                + Wording.instant(off.end(), zone),
            off.end());
      }
    }
    return new OnCall.Nobody(
        "nobody is on call as " + role + " of " + rotation, nextStart(role, at));
  }

  /** Returns the first people after an instant who are not on call at it. */
  OnCall next(String role, Instant at) {
    OnCall now = at(role, at);
    if (now instanceof OnCall.Unknown || !known.roles().contains(role)) {
      return now;
    }
    List<String> present = now instanceof OnCall.People on ? on.people() : List.of();
    return known.shifts().stream()
        .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
        .filter(shift -> !present.containsAll(shift.people()))
        .min(Comparator.comparing(CachedShift::start))
        .map(shift -> nextOf(shift, present, known.lastChange(role, at)))
        .orElseGet(() -> nobodyElse(role));
  }

  private OnCall nobodyElse(String role) {
    return new OnCall.Nobody(
        "nobody else is known to come on call as "
            + role
            + " of "
            + rotation
            + " until "
            + Wording.instant(known.until(), zone),
        null);
  }

  private OnCall nextOf(CachedShift shift, List<String> present, @Nullable Instant since) {
    List<String> people =
        shift.people().stream().filter(id -> !present.contains(id)).sorted().toList();
    return new OnCall.People(
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
