package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is kept of a rotation. */
public sealed interface KeptRotation {

  /** The rotation-service has not answered yet. */
  KeptRotation NEVER_LEARNED = new NeverLearned();

  /** Who is on watch in the role at the instant. */
  OnWatch at(String rotation, String role, Instant at);

  /** Who takes the role's next watch: the first people who are not on watch at the instant. */
  OnWatch next(String rotation, String role, Instant at);

  /** When somebody next comes on watch in the role, or leaves it; null if that is not known. */
  default Instant nextChange(String role, Instant at) {
    return null;
  }

  /** When somebody last came on watch in the role, or left it; null if that is not known. */
  default Instant lastChange(String role, Instant at) {
    return null;
  }

  /** Its roles, as far as known. */
  Set<String> roles();

  /**
   * Its final shifts from {@code from} (inclusive) to {@code until} (exclusive).
   *
   * @param doubt of when the answer is and why there is no newer one, for every reason that rests
   *     on it; null while all goes well
   */
  record Known(Instant from, Instant until, Set<String> roles, List<KeptShift> shifts, String doubt)
      implements KeptRotation {

    /** A fresh answer. */
    public Known(Instant from, Instant until, Set<String> roles, List<KeptShift> shifts) {
      this(from, until, roles, shifts, null);
    }

    @Override
    public OnWatch at(String rotation, String role, Instant at) {
      return doubted(find(rotation, role, at));
    }

    private OnWatch doubted(OnWatch found) {
      if (doubt == null) {
        return found;
      }
      String reason = found.reason() + "; " + doubt;
      return switch (found) {
        case OnWatch.People people -> new OnWatch.People(people.people(), reason, people.since());
        case OnWatch.Nobody nobody -> new OnWatch.Nobody(reason, nobody.until());
        case OnWatch.Off off -> new OnWatch.Off(reason, off.until());
        case OnWatch.Unknown unknown -> new OnWatch.Unknown(reason);
      };
    }

    private OnWatch find(String rotation, String role, Instant at) {
      if (at.isBefore(from) || !at.isBefore(until)) {
        return new OnWatch.Unknown(
            "shifts of " + rotation + " are kept from " + from + " to " + until + " only");
      }
      if (!roles.contains(role)) {
        return new OnWatch.Nobody("rotation " + rotation + " has no role " + role, null);
      }
      Set<String> people = new TreeSet<>();
      StringBuilder reason = new StringBuilder();
      Instant since = null;
      for (KeptShift shift : shifts) {
        if (shift.covers(role, at) && people.addAll(shift.people())) {
          reason.append(reason.isEmpty() ? "" : "; ").append(describe(rotation, shift));
          since = since == null || shift.start().isBefore(since) ? shift.start() : since;
        }
      }
      return people.isEmpty()
          ? nobody(rotation, role, at)
          : new OnWatch.People(List.copyOf(people), reason.toString(), since);
    }

    private OnWatch nobody(String rotation, String role, Instant at) {
      for (KeptShift off : shifts) {
        if (off.covers(role, at) && off.people().isEmpty()) {
          return new OnWatch.Off(
              "outside the working hours of " + rotation + ", until " + off.end(), off.end());
        }
      }
      return new OnWatch.Nobody(
          "nobody on watch as " + role + " of " + rotation, nextStart(role, at));
    }

    @Override
    public OnWatch next(String rotation, String role, Instant at) {
      OnWatch now = find(rotation, role, at);
      if (now instanceof OnWatch.Unknown || !roles.contains(role)) {
        return doubted(now);
      }
      List<String> present = now instanceof OnWatch.People on ? on.people() : List.of();
      return doubted(
          shifts.stream()
              .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
              .filter(shift -> !present.containsAll(shift.people()))
              .min(Comparator.comparing(KeptShift::start))
              .map(shift -> nextOf(rotation, shift, present, lastChange(role, at)))
              .orElseGet(
                  () ->
                      new OnWatch.Nobody(
                          "nobody else is known to come on watch as "
                              + role
                              + " of "
                              + rotation
                              + " until "
                              + until,
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

    private static OnWatch nextOf(
        String rotation, KeptShift shift, List<String> present, Instant since) {
      List<String> people =
          shift.people().stream().filter(id -> !present.contains(id)).sorted().toList();
      return new OnWatch.People(
          people,
          String.join(", ", people)
              + " next on watch as "
              + shift.role()
              + " of "
              + rotation
              + " from "
              + shift.start(),
          since);
    }

    private Instant nextStart(String role, Instant at) {
      return shifts.stream()
          .filter(shift -> shift.role().equals(role) && shift.start().isAfter(at))
          .filter(shift -> !shift.people().isEmpty())
          .map(KeptShift::start)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    private static String describe(String rotation, KeptShift shift) {
      String why = shift.reason() == null ? "" : " (" + shift.reason() + ")";
      return String.join(", ", shift.people())
          + " on watch as "
          + shift.role()
          + " of "
          + rotation
          + " until "
          + shift.end()
          + why;
    }
  }

  /** The rotation-service said that it does not exist. */
  record Missing() implements KeptRotation {
    @Override
    public OnWatch at(String rotation, String role, Instant at) {
      return new OnWatch.Nobody("rotation " + rotation + " does not exist", null);
    }

    @Override
    public OnWatch next(String rotation, String role, Instant at) {
      return at(rotation, role, at);
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }

  /** The rotation-service has not answered yet. */
  record NeverLearned() implements KeptRotation {
    @Override
    public OnWatch at(String rotation, String role, Instant at) {
      return new OnWatch.Unknown("the shifts of " + rotation + " are not known");
    }

    @Override
    public OnWatch next(String rotation, String role, Instant at) {
      return at(rotation, role, at);
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }
}
