package io.watchbill.kit.problem;

/** One kind of error of a service: a stable code, its HTTP status and its title for people. */
public interface ErrorCode {
  /** Stable, lower case, with hyphens; the last part of the problem's {@code type}. */
  String code();

  int status();

  String title();
}
