package io.watchbill.kit.http;

import io.watchbill.kit.problem.Problem;
import java.io.IOException;

/** A body that is not read to its end. Its cause is the problem in the answer. */
class RefusedBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedBodyException(Problem problem) {
    super(problem.getMessage(), problem);
  }
}
