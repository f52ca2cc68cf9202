package io.watchbill.escalation.policy;

import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A policy as people configure it.
 *
 * @param defaultFor the teams whose incidents it serves when no other policy is named
 * @param team that it belongs to; null if not given
 * @param fallback whether it is used where no other policy is, and after an alarm
 */
public record Definition(
    String name, @Nullable String team, List<String> defaultFor, boolean fallback, Policy policy) {

  /** Returns the rotations whose shifts it needs. */
  public SortedSet<String> rotations() {
    return policy.rotations();
  }

  /** Returns the webhooks that it names. */
  public SortedSet<String> webhooks() {
    SortedSet<String> webhooks = new TreeSet<>();
    policy
        .targets()
        .forEach(
            target -> {
              if (target instanceof Target.Webhook hook) {
                webhooks.add(hook.id());
              }
            });
    return webhooks;
  }
}
