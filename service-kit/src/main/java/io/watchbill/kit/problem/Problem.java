package io.watchbill.kit.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An error that is answered as {@code application/problem+json} (RFC 9457). The caller sees detail
 * and violations as they are: they must contain no secrets.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode error;
  private final transient List<Violation> violations;

  public Problem(ErrorCode error, String detail, Violation... violations) {
    this(error, detail, List.of(violations));
  }

  public Problem(ErrorCode error, String detail, List<Violation> violations) {
    super(detail, null, false, false);
    this.error = error;
    this.violations = List.copyOf(violations);
  }

  /** Returns the problem of one invalid place in the body. */
  public static Problem invalid(String pointer, String detail) {
    return new Problem(KitError.INVALID, detail, new Violation(pointer, detail));
  }

  public static Problem notFound(String what, Object id) {
    return new Problem(KitError.NOT_FOUND, "There is no " + what + " '" + id + "'.");
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  public ErrorCode error() {
    return error;
  }

  public List<Violation> violations() {
    return violations;
  }
}
