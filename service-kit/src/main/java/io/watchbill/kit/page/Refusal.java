package io.watchbill.kit.page;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.http.ConstraintViolations;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why what a form asked for was not done: the problem that the API answers, at the fields that it
 * is about. Nothing that was typed is lost.
 *
 * @param status HTTP
 * @param detail for people
 * @param fields what is wrong with each field, by its name
 * @param typed what the form held
 */
@TemplateData
public record Refusal(
    int status, String detail, Map<String, String> fields, Map<String, String> typed) {

  /** Does what a form asks for; returns the refusal if that was not possible. */
  public static Optional<Refusal> of(Map<String, String> typed, Runnable action) {
    try {
      action.run();
      return Optional.empty();
    } catch (Problem e) {
      return Optional.of(refusal(e.error().status(), e.getMessage(), e.violations(), typed));
    } catch (ConstraintViolationException e) {
      List<Violation> violations = ConstraintViolations.of(e);
      String detail =
          violations.stream().map(Violation::detail).distinct().collect(Collectors.joining(" "));
      return Optional.of(refusal(KitError.INVALID.status(), detail, violations, typed));
    }
  }

  private static Refusal refusal(
      int status, String detail, List<Violation> violations, Map<String, String> typed) {
    Map<String, String> fields =
        violations.stream()
            .collect(
                Collectors.toMap(
                    Refusal::field, Violation::detail, (one, other) -> one + " " + other));
    return new Refusal(status, detail, fields, Map.copyOf(typed));
  }

  /** The first part of a pointer names the field. */
  private static String field(Violation violation) {
    return violation.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
  }

  /** Returns what was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field; empty if nothing is. */
  public String at(String field) {
    return fields.getOrDefault(field, "");
  }
}
