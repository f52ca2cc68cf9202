package io.watchbill.escalation.plan.lint;

import io.watchbill.escalation.plan.Cancellation;
import io.watchbill.escalation.plan.lint.Finding.Kind;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.Coverage;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks who is behind the targets of a policy in a range, and where nobody is. */
final class TargetCheck {
  private static final int MOST_GAPS = 3;

  private final CachedShifts shifts;
  private final Instant from;
  private final Instant until;
  private final Findings findings;

  TargetCheck(CachedShifts shifts, Instant from, Instant until, Findings findings) {
    this.shifts = shifts;
    this.from = from;
    this.until = until;
    this.findings = findings;
  }

  /** Returns the people behind a target in the range, and adds its findings. */
  SortedSet<String> people(int index, Target target) {
    return switch (target) {
      case Target.Person person -> new TreeSet<>(List.of(person.id()));
      case Target.Webhook hook -> new TreeSet<>(List.of("webhook:" + hook.id()));
      case Target.Commander commander -> new TreeSet<>();
      case Target.RoleOf role -> role(index, role.rotation(), role.role());
      case Target.NextOf next -> role(index, next.rotation(), next.role());
      case Target.Team team -> team(index, team.id());
    };
  }

  private SortedSet<String> team(int index, String team) {
    List<String> rotations = shifts.teams().get(team);
    if (rotations == null) {
      findings.add(Kind.NOT_KNOWN, index, "the rotations of team " + team + " are not known yet");
      return new TreeSet<>();
    }
    SortedSet<String> people = new TreeSet<>();
    for (String rotation : rotations) {
      Cancellation.check();
      shifts.rotation(rotation).roles().forEach(role -> people.addAll(inShifts(rotation, role)));
    }
    if (people.isEmpty()) {
      findings.add(
          Kind.NOBODY_IN_IT,
          index,
          "nobody of team " + team + " is on call until " + Wording.instant(until, ZoneOffset.UTC));
    }
    return people;
  }

  private SortedSet<String> role(int index, String rotation, String role) {
    switch (shifts.rotation(rotation)) {
      case CachedRotation.NeverLearned never ->
          findings.add(Kind.NOT_KNOWN, index, "the shifts of " + rotation + " are not known yet");
      case CachedRotation.Missing missing ->
          findings.add(Kind.NOBODY_IN_IT, index, "rotation " + rotation + " does not exist");
      case CachedRotation.Known known -> coverage(index, known, rotation, role);
    }
    return inShifts(rotation, role);
  }

  private void coverage(int index, CachedRotation.Known known, String rotation, String role) {
    if (!known.roles().contains(role)) {
      findings.add(Kind.NOBODY_IN_IT, index, "rotation " + rotation + " has no role " + role);
      return;
    }
    String where = role + " of " + rotation;
    if (inShifts(rotation, role).isEmpty()) {
      findings.add(
          Kind.NOBODY_IN_IT,
          index,
          "nobody is on call as "
              + where
              + " until "
              + Wording.instant(until, shifts.zone(rotation)));
      return;
    }
    Coverage.gaps(known, role, from, until).stream()
        .limit(MOST_GAPS)
        .forEach(
            gap ->
                findings.add(
                    Kind.HOLE,
                    index,
                    "nobody is on call as %s from %s until %s"
                        .formatted(
                            where,
                            Wording.instant(gap.from(), shifts.zone(rotation)),
                            Wording.instant(gap.to(), shifts.zone(rotation)))));
  }

  private SortedSet<String> inShifts(String rotation, String role) {
    SortedSet<String> people = new TreeSet<>();
    if (shifts.rotation(rotation) instanceof CachedRotation.Known known) {
      known.shifts().stream()
          .filter(shift -> shift.role().equals(role) && shift.end().isAfter(from))
          .filter(shift -> shift.start().isBefore(until))
          .forEach(shift -> people.addAll(shift.people()));
    }
    return people;
  }
}
