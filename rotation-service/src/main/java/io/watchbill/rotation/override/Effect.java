package io.watchbill.rotation.override;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.calendar.shift.Shift;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses overrides that would change nothing: they are mistakes. */
final class Effect {
  private Effect() {}

  /**
   * Checks an override.
   *
   * @param rotation with the earlier overrides
   * @throws Problem that says who is on call instead, or what conflicts
   */
  static void check(Rotation rotation, ShiftOverride wanted) {
    RotationCalendar scheduled = new RotationCalendar(rotation.withoutOverrides());
    if (!scheduled.roles(wanted.span()).contains(wanted.role())) {
      throw Problem.invalid(
          "/role",
          "there is no role '"
              + wanted.role()
              + "' then; there are "
              + scheduled.roles(wanted.span()));
    }
    if (wanted.kind() != OverrideKind.ADD) {
      checkRelieved(scheduled, wanted);
    }
    List<Shift> before = shifts(rotation, wanted);
    List<Shift> after = shifts(wanted.in(rotation), wanted);
    if (Presence.of(before).equals(Presence.of(after)) || !takesHold(wanted, after)) {
      throw nothingChanges(wanted);
    }
  }

  private static List<Shift> shifts(Rotation rotation, ShiftOverride wanted) {
    return new RotationCalendar(rotation).shifts(wanted.span(), wanted.role()).shifts();
  }

  private static boolean takesHold(ShiftOverride wanted, List<Shift> after) {
    return wanted.kind() == OverrideKind.REMOVE
        || after.stream()
            .anyMatch(
                shift ->
                    shift.id().overrides().contains(wanted.id().toString())
                        && shift.people().contains(wanted.person()));
  }

  private static void checkRelieved(RotationCalendar scheduled, ShiftOverride wanted) {
    List<Shift> shifts = scheduled.shifts(wanted.span(), wanted.role()).shifts();
    if (shifts.isEmpty()) {
      throw Problem.invalid("/from", "nobody is on call as " + wanted.role() + " then");
    }
    Optional.ofNullable(wanted.replaces())
        .filter(person -> shifts.stream().noneMatch(shift -> shift.people().contains(person)))
        .ifPresent(person -> refuse(person, wanted.role(), shifts));
  }

  private static void refuse(String person, String role, List<Shift> shifts) {
    String onCall =
        shifts.stream()
            .flatMap(shift -> shift.people().stream())
            .distinct()
            .limit(20)
            .collect(Collectors.joining(", "));
    throw Problem.invalid(
        "/replaces", "'" + person + "' is not on call as " + role + " then; on call: " + onCall);
  }

  private static Problem nothingChanges(ShiftOverride wanted) {
    return wanted.kind() == OverrideKind.REMOVE
        ? Problem.invalid(
            "/replaces", "nobody would be relieved: another override replaces them already")
        : Problem.invalid(
            "/person",
            "'"
                + wanted.person()
                + "' is on call then anyway, in this role or in one that must differ from it");
  }
}
