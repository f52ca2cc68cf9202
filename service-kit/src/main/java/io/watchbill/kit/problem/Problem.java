package io.watchbill.kit.problem;

import java.util.List;

/**
 * An error that the caller is told of as {@code application/problem+json} (RFC 9457). Its detail
 * and violations reach the caller as they are: nothing secret belongs there.
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

  /** The problem of one wrong place in the body. */
  public static Problem invalid(String pointer, String detail) {
    return new Problem(KitError.INVALID, detail, new Violation(pointer, detail));
  }

  public static Problem notFound(String what, Object id) {
    return new Problem(KitError.NOT_FOUND, "There is no " + what + " '" + id + "'.");
  }

  public ErrorCode error() {
    return error;
  }

  public List<Violation> violations() {
    return violations;
  }
}
