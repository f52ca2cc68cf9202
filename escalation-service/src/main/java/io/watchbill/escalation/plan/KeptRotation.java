package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is kept of a rotation. */
public sealed interface KeptRotation {

  /** Who is on watch in the role at the instant. */
  OnWatch at(String rotation, String role, Instant at);

  /** Its final shifts from {@code from} (inclusive) to {@code until} (exclusive). */
  record Known(Instant from, Instant until, Set<String> roles, List<KeptShift> shifts)
      implements KeptRotation {
    @Override
    public OnWatch at(String rotation, String role, Instant at) {
      if (at.isBefore(from) || !at.isBefore(until)) {
        return new OnWatch.Unknown(
            "shifts of " + rotation + " are kept from " + from + " to " + until + " only");
      }
      if (!roles.contains(role)) {
        return new OnWatch.Nobody("rotation " + rotation + " has no role " + role);
      }
      Set<String> people = new TreeSet<>();
      StringBuilder reason = new StringBuilder();
      for (KeptShift shift : shifts) {
        if (shift.covers(role, at) && people.addAll(shift.people())) {
          reason.append(reason.isEmpty() ? "" : "; ").append(describe(rotation, shift));
        }
      }
      return people.isEmpty()
          ? new OnWatch.Nobody("nobody on watch as " + role + " of " + rotation)
          : new OnWatch.People(List.copyOf(people), reason.toString());
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
      return new OnWatch.Nobody("rotation " + rotation + " does not exist");
    }
  }
}
