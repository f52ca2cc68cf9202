package io.watchbill.escalation.page;

import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;

/**
 * An alarm for which the last-resort contact is paged.
 *
 * @param alarm the kind of alarm: once for each of a branch in a round
 * @param branch whose acknowledgement silences it
 */
public record LastResort(UUID incident, int round, String alarm, String branch, String reason) {

  /** As the target of a page; what concerns the main branch goes without its name. */
  PageTarget target() {
    return PageTarget.lastResort(branch.equals(Policy.MAIN) ? alarm : alarm + ":" + branch);
  }
}
