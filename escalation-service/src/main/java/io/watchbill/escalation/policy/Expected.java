package io.watchbill.escalation.policy;

import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, as the writer of a policy believes.
 *
 * @param ifMatch the tag of the version that is replaced; null for whichever there is
 * @param absent whether there must be none yet
 */
public record Expected(@Nullable String ifMatch, boolean absent) {

  /** Refuses a change of something else than what the writer has seen. */
  void check(String id, @Nullable PolicyEntity present) {
    if (absent && present != null) {
      String detail = "There is a policy '" + id + "' already.";
      throw Problem.invalid("/id", detail);
    }
    RevisionTag.check(ifMatch, present == null ? null : RevisionTag.tag(present.version));
  }
}
