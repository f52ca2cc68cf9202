package io.watchbill.escalation.plan.shifts;

import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cached shifts of a rotation. */
public sealed interface CachedRotation {

  /** The rotation-service has not answered yet. */
  CachedRotation NEVER_LEARNED = new NeverLearned();

  /** Returns who is on call in the role at the instant. */
  OnCall at(String rotation, String role, Instant at, ZoneId zone);

  /** Returns the role's next shift: the first people who are not on call at the instant. */
  OnCall next(String rotation, String role, Instant at, ZoneId zone);

  /** Returns when the role changes next; null if not known. */
  default Instant nextChange(String role, Instant at) {
    return null;
  }

  /** Returns when the role last changed; null if not known. */
  default Instant lastChange(String role, Instant at) {
    return null;
  }

  /** Returns its roles, as far as known. */
  Set<String> roles();

  /**
   * Its final shifts from {@code from} (inclusive) to {@code until} (exclusive).
   *
   * @param doubt the age of the answer and why there is no newer one, added to every reason that
   *     rests on it; null while the rotation-service answers
   */
  record Known(
      Instant from, Instant until, Set<String> roles, List<CachedShift> shifts, String doubt)
      implements CachedRotation {

    /** A fresh answer. */
    public Known(Instant from, Instant until, Set<String> roles, List<CachedShift> shifts) {
      this(from, until, roles, shifts, null);
    }

    @Override
    public OnCall at(String rotation, String role, Instant at, ZoneId zone) {
      return doubted(find(rotation, role, at, zone));
    }

    private OnCall doubted(OnCall found) {
      if (doubt == null) {
        return found;
      }
      String reason = found.reason() + "; " + doubt;
      return switch (found) {
        case OnCall.People people ->
            new OnCall.People(people.people(), reason, people.since(), people.until());
        case OnCall.Nobody nobody -> new OnCall.Nobody(reason, nobody.until());
        case OnCall.Off off -> new OnCall.Off(reason, off.until());
        case OnCall.Unknown unknown -> new OnCall.Unknown(reason);
      };
    }

    private OnCall find(String rotation, String role, Instant at, ZoneId zone) {
      if (at.isBefore(from) || !at.isBefore(until)) {
        return new OnCall.Unknown(
            "the shifts of "
                + rotation
                + " are known from "
                + Wording.instant(from, zone)
                + " until "
                + Wording.instant(until, zone)
                + " only");
      }
      if (!roles.contains(role)) {
        return new OnCall.Nobody("rotation " + rotation + " has no role " + role, null);
      }
      Set<String> people = new TreeSet<>();
      StringBuilder reason = new StringBuilder();
      Instant since = null;
      Instant end = null;
      for (CachedShift shift : shifts) {
        if (shift.covers(role, at) && people.addAll(shift.people())) {
          append(reason, describe(rotation, shift, zone));
          since = since == null || shift.start().isBefore(since) ? shift.start() : since;
          end = end == null || shift.end().isBefore(end) ? shift.end() : end;
        }
      }
      return people.isEmpty()
          ? nobody(rotation, role, at, zone)
          : new OnCall.People(List.copyOf(people), reason.toString(), since, end);
    }

    private OnCall nobody(String rotation, String role, Instant at, ZoneId zone) {
      for (CachedShift off : shifts) {
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

    @Override
    public OnCall next(String rotation, String role, Instant at, ZoneId zone) {
      OnCall now = find(rotation, role, at, zone);
      if (now instanceof OnCall.Unknown || !roles.contains(role)) {
        return doubted(now);
      }
      List<String> present = now instanceof OnCall.People on ? on.people() : List.of();
      return doubted(
          shifts.stream()
              .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
              .filter(shift -> !present.containsAll(shift.people()))
              .min(Comparator.comparing(CachedShift::start))
              .map(shift -> nextOf(rotation, shift, present, lastChange(role, at), zone))
              .orElseGet(
                  () ->
                      new OnCall.Nobody(
                          "nobody else is known to come on call as "
                              + role
                              + " of "
                              + rotation
                              + " until "
                              + Wording.instant(until, zone),
                          null)));
    }

    @Override
    public Instant nextChange(String role, Instant at) {
      return changes(role)
          .filter(change -> change.isAfter(at))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    @Override
    public Instant lastChange(String role, Instant at) {
      return changes(role)
          .filter(change -> !change.isAfter(at))
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private Stream<Instant> changes(String role) {
      return shifts.stream()
          .filter(shift -> shift.role().equals(role))
          .flatMap(shift -> Stream.of(shift.start(), shift.end()));
    }

    private static OnCall nextOf(
        String rotation, CachedShift shift, List<String> present, Instant since, ZoneId zone) {
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

    private Instant nextStart(String role, Instant at) {
      return shifts.stream()
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

    private static String describe(String rotation, CachedShift shift, ZoneId zone) {
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

  /** The rotation-service answered that it does not exist. */
  record Missing() implements CachedRotation {
    @Override
    public OnCall at(String rotation, String role, Instant at, ZoneId zone) {
      return new OnCall.Nobody("rotation " + rotation + " does not exist", null);
    }

    @Override
    public OnCall next(String rotation, String role, Instant at, ZoneId zone) {
      return at(rotation, role, at, zone);
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }

  /** The rotation-service has not answered yet. */
  record NeverLearned() implements CachedRotation {
    @Override
    public OnCall at(String rotation, String role, Instant at, ZoneId zone) {
      return new OnCall.Unknown("the shifts of " + rotation + " are not known");
    }

    @Override
    public OnCall next(String rotation, String role, Instant at, ZoneId zone) {
      return at(rotation, role, at, zone);
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }
}
