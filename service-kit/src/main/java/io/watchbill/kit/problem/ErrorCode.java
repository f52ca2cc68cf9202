package io.watchbill.kit.problem;

/** One kind of error of a service: a stable code, its HTTP status and its title for people. */
public interface ErrorCode {
  /** Stable, lower case, with hyphens; the last part of the problem's {@code type}. */
  String code();

  /**
   * The {@code type} of the problem (RFC 9457): the same at every installation, and the address of
   * what this error means at the service that answers with it.
   */
  default String type() {
    return "/errors.html#" + code();
  }

  int status();

  String title();
}
