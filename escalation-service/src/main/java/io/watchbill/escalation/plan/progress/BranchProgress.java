package io.watchbill.escalation.plan.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a branch has come.
 *
 * @param start when the current run began: the earliest anchor of its steps
 * @param paged whether anybody was paged in this branch
 * @param exhausted the last run ended unacknowledged; steps that become possible are still taken
 * @param lastEvent when its latest page was due, its latest hold ended or missed repetitions were
 *     tried; null before the first
 */
public record BranchProgress(
    int run, Instant start, boolean paged, boolean exhausted, @Nullable Instant lastEvent) {

  public BranchProgress pagingSomebody(Instant due) {
    return new BranchProgress(run, start, true, exhausted, latest(due));
  }

  /** Keeps the run open until an SLA after an instant. */
  public BranchProgress after(Instant event) {
    return new BranchProgress(run, start, paged, exhausted, latest(event));
  }

  private Instant latest(Instant event) {
    return lastEvent == null || event.isAfter(lastEvent) ? event : lastEvent;
  }

  public BranchProgress nextRun(Instant at) {
    return new BranchProgress(run + 1, at, paged, false, lastEvent);
  }

  public BranchProgress ending() {
    return new BranchProgress(run, start, paged, true, lastEvent);
  }
}
