package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.oncall.Found;
import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.IfNobody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds when a page of a step was due: late counts from when all that it waits for was there. */
final class PageDue {
  private final Evaluation evaluation;
  private final DueStep due;
  private final Instant possible;
  private final HoursCheck hours;

  PageDue(Evaluation evaluation, DueStep due, Instant possible, HoursCheck hours) {
    this.evaluation = evaluation;
    this.due = due;
    this.possible = possible;
    this.hours = hours;
  }

  /**
   * Returns when the page was due, now at the latest.
   *
   * @param nobodySince since when the targets before this one had nobody; null if it is their own
   */
  Instant of(Found.One one, @Nullable Instant nobodySince) {
    Instant there = waitsForAShift() ? later(later(possible, one.since()), nobodySince) : possible;
    Instant at = hours.first(due.step(), one.target(), there);
    return at.isAfter(evaluation.now) ? evaluation.now : at;
  }

  /** A person who was not on call when the step was due could not be paged then. */
  private boolean waitsForAShift() {
    return evaluation.step(due.index()).held() != null
        || due.step().ifNobody() instanceof IfNobody.Hold
        || due.step().when().hours().filter(Hours::ofResponder).isPresent();
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
