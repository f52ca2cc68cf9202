package io.watchbill.escalation.page;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.recipient.PageTarget;
import java.util.UUID;

/**
 * An alarm for which the last-resort contact is paged.
 *
 * @param alarm the kind of alarm: once for each of a branch in a round
 * @param branch whose acknowledgement silences it
 */
public record LastResort(UUID incident, int round, AlarmKind alarm, Branch branch, String reason) {

  /** As the target of a page; what concerns the main branch goes without its name. */
  PageTarget target() {
    return PageTarget.lastResort(branch.isMain() ? alarm.text() : alarm.text() + ":" + branch);
  }
}
