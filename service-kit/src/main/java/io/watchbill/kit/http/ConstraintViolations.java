package io.watchbill.kit.http;

import io.watchbill.kit.problem.Violation;
import io.watchbill.kit.problem.Violations;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;

/** Turns Bean Validation's paths into JSON pointers; the first {@link Violations#MOST} of them. */
public final class ConstraintViolations {
  private ConstraintViolations() {}

  /** Returns what is wrong, ordered by its place. */
  public static List<Violation> of(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .map(ConstraintViolations::violation)
        .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::detail))
        .limit(Violations.MOST)
        .toList();
  }

  private static Violation violation(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(Violation.escape(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return new Violation(pointer.toString(), violation.getMessage());
  }
}
