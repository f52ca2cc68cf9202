package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cached shifts of a rotation. */
public sealed interface CachedRotation {

  /** The rotation-service has not answered yet. */
  CachedRotation NEVER_LEARNED = new NeverLearned();

  /** Returns who is on call in the role at the instant. */
  OnCallAnswer at(String rotation, String role, Instant at, ZoneId zone);

  /** Returns the role's next shift: the first people who are not on call at the instant. */
  OnCallAnswer next(String rotation, String role, Instant at, ZoneId zone);

  /** Returns when the role changes next; null if not known. */
  default @Nullable Instant nextChange(String role, Instant at) {
    return null;
  }

  /** Returns when the role last changed; null if not known. */
  default @Nullable Instant lastChange(String role, Instant at) {
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
      Instant from,
      Instant until,
      Set<String> roles,
      List<CachedShift> shifts,
      @Nullable String doubt)
      implements CachedRotation {

    /** A fresh answer. */
    public Known(Instant from, Instant until, Set<String> roles, List<CachedShift> shifts) {
      this(from, until, roles, shifts, null);
    }

    @Override
    public OnCallAnswer at(String rotation, String role, Instant at, ZoneId zone) {
      return doubted(new ShiftSearch(this, rotation, zone).at(role, at));
    }

    private OnCallAnswer doubted(OnCallAnswer found) {
      if (doubt == null) {
        return found;
      }
      String reason = found.reason() + "; " + doubt;
      return switch (found) {
        case OnCallAnswer.People people ->
            new OnCallAnswer.People(people.people(), reason, people.since(), people.until());
        case OnCallAnswer.Nobody nobody -> new OnCallAnswer.Nobody(reason, nobody.until());
        case OnCallAnswer.Off off -> new OnCallAnswer.Off(reason, off.until());
        case OnCallAnswer.Unknown unknown -> new OnCallAnswer.Unknown(reason);
      };
    }

    @Override
    public OnCallAnswer next(String rotation, String role, Instant at, ZoneId zone) {
      return doubted(new ShiftSearch(this, rotation, zone).next(role, at));
    }

    @Override
    public @Nullable Instant nextChange(String role, Instant at) {
      return changes(role)
          .filter(change -> change.isAfter(at))
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    @Override
    public @Nullable Instant lastChange(String role, Instant at) {
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
  }

  /** The rotation-service answered that it does not exist. */
  record Missing() implements CachedRotation {
    @Override
    public OnCallAnswer at(String rotation, String role, Instant at, ZoneId zone) {
      return new OnCallAnswer.Nobody("rotation " + rotation + " does not exist", null);
    }

    @Override
    public OnCallAnswer next(String rotation, String role, Instant at, ZoneId zone) {
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
    public OnCallAnswer at(String rotation, String role, Instant at, ZoneId zone) {
      return new OnCallAnswer.Unknown("the shifts of " + rotation + " are not known");
    }

    @Override
    public OnCallAnswer next(String rotation, String role, Instant at, ZoneId zone) {
      return at(rotation, role, at, zone);
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }
}
