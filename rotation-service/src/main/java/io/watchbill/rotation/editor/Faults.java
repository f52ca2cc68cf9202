package io.watchbill.rotation.editor;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a draft could not be previewed or saved.
 *
 * @param status HTTP; 200 when nothing is wrong
 * @param detail for people
 * @param violations by JSON pointers
 */
@TemplateData
public record Faults(int status, String detail, List<Violation> violations) {

  static Faults none() {
    return new Faults(200, "", List.of());
  }

  static Faults of(Problem problem) {
    return new Faults(problem.error().status(), problem.getMessage(), problem.violations());
  }

  /** Returns whether anything is wrong. */
  public boolean isThere() {
    return status != 200;
  }

  /** Returns what is wrong with a field or with something in it; empty if nothing is. */
  public String wrong(String field) {
    String pointer = "/" + field;
    return violations.stream()
        .filter(
            violation ->
                violation.pointer().equals(pointer)
                    || violation.pointer().startsWith(pointer + "/"))
        .map(Violation::detail)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
