package io.watchbill.escalation.plan;

import java.time.Instant;

/**
 * How far a branch has come.
 *
 * @param start when the current pass began: the earliest anchor of its steps
 * @param told whether anybody was told in this branch
 * @param exhausted the last pass ended unacknowledged; steps that become possible are still taken
 */
public record BranchProgress(int pass, Instant start, boolean told, boolean exhausted) {

  BranchProgress tellingSomebody() {
    return new BranchProgress(pass, start, true, exhausted);
  }

  BranchProgress nextPass(Instant at) {
    return new BranchProgress(pass + 1, at, told, false);
  }

  BranchProgress ending() {
    return new BranchProgress(pass, start, told, true);
  }
}
