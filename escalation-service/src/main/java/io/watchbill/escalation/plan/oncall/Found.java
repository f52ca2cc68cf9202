package io.watchbill.escalation.plan.oncall;

import io.watchbill.escalation.plan.policy.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of looking up a target. */
public sealed interface Found {

  /** Targets to page. */
  record Somebody(List<One> all) implements Found {}

  /** Nobody; somebody may come on call at {@code until}, which may be null. */
  record Nobody(String reason, @Nullable Instant until) implements Found {}

  /** Not known. */
  record Unknown(String reason) implements Found {}

  /** Somebody who must not be paged before {@code until}. */
  record Later(String reason, @Nullable Instant until) implements Found {}

  /**
   * A target to page.
   *
   * @param role through which a person was found; null if none
   * @param since when the person came on call; null if it does not matter
   * @param until when the person's shift ends; null for one that was not found through a shift
   */
  record One(
      Target.Resolved target,
      Target.@Nullable RoleOf role,
      String reason,
      @Nullable Instant since,
      @Nullable Instant until) {}
}
