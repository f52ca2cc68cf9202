package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.wording.Names;
import java.util.List;

/**
 * A shift changed hands in an unacknowledged branch.
 *
 * @param from the people who are paged no more
 * @param to who has the shift now
 */
public record Takeover(
    Branch branch, String rotation, String role, List<String> from, List<String> to) {

  static Takeover of(PagedRole after, List<String> from) {
    return new Takeover(after.branch(), after.rotation(), after.role(), from, after.people());
  }

  /** Returns the reason for the timeline. */
  public String reason(Names names) {
    return names.people(to)
        + " took over the shift as "
        + role
        + " of "
        + names.rotation(rotation)
        + " from "
        + names.people(from);
  }
}
