package io.watchbill.escalation.plan.progress;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come in the current run. Repetitions end in their order, so a number says
 * which have ended.
 *
 * @param next the first repetition that has not ended
 * @param firstDue when repetition 0 was due; null before it ended
 * @param countsFrom what the repetitions left count from instead, because some before them were
 *     missed and follow; null while none was
 * @param settled targets of repetition {@code next} already paged or found empty, while the step
 *     still waits for another
 * @param paged whether one of those was paged
 * @param held why repetition {@code next} is held; null if it is not
 */
public record StepProgress(
    int next,
    @Nullable Instant firstDue,
    @Nullable Instant countsFrom,
    SortedSet<Integer> settled,
    boolean paged,
    @Nullable Held held) {

  public static final StepProgress NEW =
      new StepProgress(0, null, null, new TreeSet<>(), false, null);

  public StepProgress ended(@Nullable Instant due) {
    Instant first = next == 0 ? due : firstDue;
    return new StepProgress(next + 1, first, countsFrom, new TreeSet<>(), false, null);
  }

  public StepProgress partly(
      SortedSet<Integer> nowSettled, boolean nowPaged, @Nullable Held nowHeld) {
    return new StepProgress(next, firstDue, countsFrom, nowSettled, nowPaged, nowHeld);
  }

  /** The repetitions left count from another instant than their anchor gives them. */
  public StepProgress countingFrom(Instant instant) {
    return new StepProgress(next, firstDue, instant, settled, paged, held);
  }

  /** Moves what is held now to another instant, for another reason. */
  public StepProgress heldUntil(@Nullable Instant until, String reason) {
    return held == null ? this : partly(settled, paged, held.until(until, reason));
  }

  public StepProgress notHeld() {
    return new StepProgress(next, firstDue, countsFrom, settled, paged, null);
  }
}
