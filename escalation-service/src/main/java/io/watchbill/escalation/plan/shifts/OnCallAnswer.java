package io.watchbill.escalation.plan.shifts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to "who is on call?". Unknown is not nobody. */
public sealed interface OnCallAnswer {

  /** Returns the reason for a page or a step. */
  String reason();

  /**
   * These people.
   *
   * @param since when the first of them came on call, for the next shift when it will; null if it
   *     does not matter
   */
  record People(List<String> people, String reason, @Nullable Instant since, Instant until)
      implements OnCallAnswer {}

  /**
   * Certainly nobody.
   *
   * @param until when somebody comes on call; null if not known
   */
  record Nobody(String reason, @Nullable Instant until) implements OnCallAnswer {}

  /**
   * Nobody by design: outside the working hours of the rotation.
   *
   * @param until when they begin again, as far as known
   */
  record Off(String reason, Instant until) implements OnCallAnswer {}

  /** The shifts at that instant are not known. */
  record Unknown(String reason) implements OnCallAnswer {}
}
