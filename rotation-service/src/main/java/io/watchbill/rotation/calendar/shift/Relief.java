package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The person whom an override must name to relieve somebody of a shift. Overrides do not chain: to
 * relieve somebody who replaces another, name that other.
 *
 * @param replaces the person to replace; empty for everybody on call
 */
public record Relief(Span span, Optional<String> replaces) {

  /**
   * Returns the stretches in which the person is on call, in the order of time. Where an override
   * added them there is nobody to replace, and no relief.
   *
   * @param shifts of one role
   */
  public static List<Relief> of(String person, List<Shift> shifts) {
    List<Relief> reliefs = new ArrayList<>();
    shifts.stream()
        .filter(shift -> shift.people().contains(person))
        .filter(shift -> !(shift.reason() instanceof ShiftReason.Added))
        .sorted(Comparator.comparing(shift -> shift.span().start()))
        .map(shift -> new Relief(shift.span(), replaced(person, shift.reason())))
        .forEach(relief -> append(relief, reliefs));
    return reliefs;
  }

  private static Optional<String> replaced(String person, ShiftReason reason) {
    if (reason instanceof ShiftReason.Overridden overridden) {
      for (Replacement replacement : overridden.replacements()) {
        if (replacement.person().equals(Optional.of(person))) {
          return replacement.replaces();
        }
      }
    }
    return Optional.of(person);
  }

  private static void append(Relief next, List<Relief> reliefs) {
    boolean goesOn =
        !reliefs.isEmpty()
            && reliefs.getLast().replaces.equals(next.replaces)
            && reliefs.getLast().span.end().equals(next.span.start());
    reliefs.add(
        goesOn
            ? new Relief(
                new Span(reliefs.removeLast().span.start(), next.span.end()), next.replaces)
            : next);
  }
}
