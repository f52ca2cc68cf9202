package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.time.StepFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overrides of a rotation, by role and time. */
public final class Overrides {

  private static final StepFunction<List<Replacement>> NONE =
      StepFunction.of(Stream.of(), instant -> List.of());

  private final String rotation;
  private final Additions additions;
  private final Map<String, StepFunction<List<Replacement>>> replacements = new HashMap<>();

  Overrides(Rotation rotation, List<InForce> versions) {
    this.rotation = rotation.id();
    this.additions = new Additions(rotation, versions);
    rotation.replacements().stream()
        .collect(Collectors.groupingBy(Replacement::role))
        .forEach((role, ofRole) -> replacements.put(role, inForce(ofRole)));
  }

  String rotation() {
    return rotation;
  }

  Additions additions() {
    return additions;
  }

  /** Returns the replacements in force at each time, in the order in which they were created. */
  StepFunction<List<Replacement>> replacements(String role) {
    return replacements.getOrDefault(role, NONE);
  }

  private static StepFunction<List<Replacement>> inForce(List<Replacement> replacements) {
    return StepFunction.of(
        replacements.stream().flatMap(r -> Stream.of(r.span().start(), r.span().end())),
        instant -> replacements.stream().filter(r -> r.span().contains(instant)).toList());
  }
}
