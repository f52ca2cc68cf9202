package io.watchbill.escalation.plan.oncall;

import io.watchbill.escalation.plan.policy.Target;
import java.time.Instant;
import java.util.List;

/** What looking for a target brings. */
public sealed interface Found {

  /** Somebody to tell. */
  record Somebody(List<One> all) implements Found {}

  /** Certainly nobody; somebody may come on call at {@code until}, which may be null. */
  record Nobody(String reason, Instant until) implements Found {}

  /** Not known. */
  record Unknown(String reason) implements Found {}

  /** Somebody who is not to be told before {@code until}. */
  record Later(String reason, Instant until) implements Found {}

  /**
   * One to tell.
   *
   * @param role through which a person was found; null if none
   * @param since when the person came on call; null if it does not matter
   * @param until when the person's shift ends; null for one that was not found through a shift
   */
  record One(
      Target.Resolved target, Target.RoleOf role, String reason, Instant since, Instant until) {}
}
