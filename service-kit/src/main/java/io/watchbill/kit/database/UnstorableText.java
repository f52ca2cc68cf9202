package io.watchbill.kit.database;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violation;

/** A text that Postgres cannot store, now or later. */
public final class UnstorableText extends Problem {
  private static final long serialVersionUID = 1L;
  private static final String DETAIL = "A text has a NUL character; none is allowed.";

  UnstorableText() {
    super(KitError.INVALID, DETAIL, new Violation("", DETAIL));
  }
}
