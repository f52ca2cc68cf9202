package io.watchbill.kit.finding;

/** How bad a finding is. */
public enum Verdict {
  OK,
  /** Pages go out, but somebody should look at it. */
  WARN,
  /** Something does not work, or will not. */
  FAIL
}
