package io.watchbill.escalation.plan;

import java.time.Instant;

/**
 * How far a branch has come.
 *
 * @param start when the current pass began: the earliest anchor of its steps
 * @param told whether anybody was told in this branch
 * @param exhausted the last pass ended unacknowledged; steps that become possible are still taken
 * @param lastEvent when its latest page was due, or its latest hold ended, or what was missed was
 *     made up for; null before the first
 */
public record BranchProgress(
    int pass, Instant start, boolean told, boolean exhausted, Instant lastEvent) {

  BranchProgress tellingSomebody(Instant due) {
    return new BranchProgress(pass, start, true, exhausted, latest(due));
  }

  /** Its pass is not over before an SLA has gone by since an instant. */
  BranchProgress after(Instant event) {
    return new BranchProgress(pass, start, told, exhausted, latest(event));
  }

  private Instant latest(Instant event) {
    return lastEvent == null || event.isAfter(lastEvent) ? event : lastEvent;
  }

  BranchProgress nextPass(Instant at) {
    return new BranchProgress(pass + 1, at, told, false, lastEvent);
  }

  BranchProgress ending() {
    return new BranchProgress(pass, start, told, true, lastEvent);
  }
}
