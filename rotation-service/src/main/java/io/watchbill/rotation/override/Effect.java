package io.watchbill.rotation.override;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.Replacement;
import io.watchbill.rotation.calendar.Rotation;
import io.watchbill.rotation.calendar.RotationCalendar;
import io.watchbill.rotation.calendar.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells whether an override would change anything: one that does not is a mistake. */
final class Effect {
  private Effect() {}

  /**
   * @param rotation with the overrides that were made before
   * @throws Problem that says who is on watch instead, or what stands in the way
   */
  static void check(Rotation rotation, Replacement wanted) {
    RotationCalendar dealt =
        new RotationCalendar(new Rotation(rotation.id(), rotation.versions(), List.of()));
    if (!dealt.roles(wanted.span()).contains(wanted.role())) {
      throw Problem.invalid(
          "/role",
          "there is no role '" + wanted.role() + "' then; there are " + dealt.roles(wanted.span()));
    }
    List<Shift> shifts = dealt.shifts(wanted.span(), wanted.role()).shifts();
    if (shifts.isEmpty()) {
      throw Problem.invalid("/from", "nobody is on watch as " + wanted.role() + " then");
    }
    wanted
        .replaces()
        .filter(person -> shifts.stream().noneMatch(shift -> shift.people().contains(person)))
        .ifPresent(person -> refuse(person, wanted.role(), shifts));
    if (!changesSomething(rotation, wanted)) {
      throw Problem.invalid(
          "/person",
          "'"
              + wanted.person()
              + "' is on watch then anyway, in this role or in one that it must differ from");
    }
  }

  private static void refuse(String person, String role, List<Shift> shifts) {
    String onWatch =
        shifts.stream()
            .flatMap(shift -> shift.people().stream())
            .distinct()
            .limit(20)
            .collect(Collectors.joining(", "));
    throw Problem.invalid(
        "/replaces",
        "'" + person + "' is not on watch as " + role + " then; on watch are " + onWatch);
  }

  private static boolean changesSomething(Rotation rotation, Replacement wanted) {
    List<Replacement> all = new ArrayList<>(rotation.replacements());
    all.add(wanted);
    return new RotationCalendar(new Rotation(rotation.id(), rotation.versions(), all))
        .shifts(wanted.span(), wanted.role()).shifts().stream()
            .anyMatch(shift -> shift.id().overrides().contains(wanted.id()));
  }
}
