package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;

/** The answer to "who is on call?". Unknown is not nobody. */
public sealed interface OnCall {

  /** To be read in a page's or step's reason. */
  String reason();

  /**
   * These people.
   *
   * @param since when the first of them came on call, for the next shift when it will; null if it
   *     does not matter
   */
  record People(List<String> people, String reason, Instant since, Instant until)
      implements OnCall {}

  /**
   * Certainly nobody.
   *
   * @param until when somebody comes on call; null if not known
   */
  record Nobody(String reason, Instant until) implements OnCall {}

  /**
   * Nobody, and nobody should be: outside of the hours that the rotation keeps.
   *
   * @param until when they begin again, as far as known
   */
  record Off(String reason, Instant until) implements OnCall {}

  /** The rotation's shifts at that instant were never learned. */
  record Unknown(String reason) implements OnCall {}
}
