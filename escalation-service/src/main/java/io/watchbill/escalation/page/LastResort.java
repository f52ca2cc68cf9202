package io.watchbill.escalation.page;

import io.watchbill.escalation.plan.policy.Policy;
import java.util.UUID;

/**
 * What the last-resort contact is paged for.
 *
 * @param alarm the kind of alarm: once for each of a branch in a round
 * @param branch whose acknowledgement silences it
 */
public record LastResort(UUID incident, int round, String alarm, String branch, String reason) {

  /** As the target of a page; what concerns the main branch goes without its name. */
  String target() {
    String kind = "last-resort:" + alarm;
    return branch.equals(Policy.MAIN) ? kind : kind + ":" + branch;
  }
}
