package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.progress.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes when the steps of a branch are due in its current run, counted from anchors. */
final class BranchTiming {

  /** After the last step of a run, for a severity without an acknowledgement SLA. */
  static final Duration WITHOUT_SLA = Duration.ofHours(1);

  private final Evaluation evaluation;
  private final Branch branch;

  BranchTiming(Evaluation evaluation, Branch branch) {
    this.evaluation = evaluation;
    this.branch = branch;
  }

  /** Returns when a repetition is due by its anchor; empty while the anchor has not happened. */
  Optional<Instant> nominal(int index, int repetition) {
    return repetitionsFrom(index).map(from -> plus(from, index, repetition));
  }

  /** Returns the instant from which the open repetitions of a step count. */
  Optional<Instant> repetitionsFrom(int index) {
    return base(index).map(first -> later(first, evaluation.step(index).countsFrom()));
  }

  Instant plus(Instant from, int index, int repetitions) {
    return from.plus(step(index).timing().repeat().every().multipliedBy(repetitions));
  }

  /** Returns how many different people must acknowledge the branch. */
  int acknowledgementsNeeded() {
    return indexes().stream()
        .map(this::step)
        .filter(step -> step.when().unmet(evaluation.facts).isEmpty())
        .mapToInt(Step::acknowledgements)
        .max()
        .orElse(1);
  }

  /** Returns when a repetition is due, postponed while the incident is muted. */
  Optional<Instant> due(int index, int repetition) {
    return nominal(index, repetition).map(evaluation::notWhileMuted);
  }

  /** Returns the due instant, or when the facts made the step possible if that is later. */
  Instant effective(Instant due) {
    Optional<Instant> since =
        evaluation.facts.conditionsSince().filter(at -> !at.isAfter(evaluation.now));
    return since.filter(at -> at.isAfter(due)).orElse(due);
  }

  /**
   * Returns when the run is over: one acknowledgement SLA after its last repetition that applies
   * and after its last page or hold. Empty while one of its steps is held.
   */
  Optional<Instant> runEnd() {
    if (indexes().stream().anyMatch(index -> evaluation.step(index).held() != null)) {
      return Optional.empty();
    }
    Optional<Instant> last = Optional.empty();
    for (int index : indexes()) {
      if (step(index).when().unmet(evaluation.facts).isEmpty()) {
        last = later(last, due(index, step(index).last()));
      }
    }
    if (last.isEmpty() && branch.isMain()) {
      last = Optional.of(evaluation.notWhileMuted(evaluation.branch(branch).start()));
    }
    Optional<Instant> event = Optional.ofNullable(evaluation.branch(branch).lastEvent());
    return (last.isEmpty() ? last : later(last, event))
        .map(at -> at.plus(evaluation.facts.acknowledgeSla().orElse(WITHOUT_SLA)));
  }

  /** Returns the first repetition of a step that has not ended, if its due instant is known. */
  Optional<DueStep> next(int index) {
    int next = evaluation.step(index).next();
    return next > step(index).last()
        ? Optional.empty()
        : due(index, next).map(at -> new DueStep(index, step(index), key(index), at));
  }

  /** Returns the key of the first repetition of a step that has not ended. */
  StepKey key(int index) {
    return new StepKey(evaluation.branch(branch).run(), index, evaluation.step(index).next());
  }

  /** Returns the indexes of the branch's steps. */
  List<Integer> indexes() {
    return IntStream.range(0, evaluation.policy.steps().size())
        .filter(index -> step(index).branch().equals(branch))
        .boxed()
        .toList();
  }

  private Step step(int index) {
    return evaluation.policy.steps().get(index);
  }

  private Optional<Instant> base(int index) {
    Instant recorded = evaluation.step(index).firstDue();
    if (recorded != null && !step(index).timing().since().moves()) {
      return Optional.of(recorded);
    }
    Optional<Instant> counted = anchor(index).flatMap(anchor -> plusAfter(anchor, index));
    return recorded == null ? counted : later(counted, Optional.of(recorded));
  }

  private Optional<Instant> plusAfter(Instant anchor, int index) {
    return step(index).timing().after().from(anchor, evaluation.facts, evaluation.shifts);
  }

  /** Nothing counts from before its run began. */
  private Optional<Instant> anchor(int index) {
    Instant start = evaluation.branch(branch).start();
    Anchors anchors = evaluation.facts.anchors();
    Optional<Instant> anchor =
        switch (step(index).timing().since()) {
          case TRIGGERED -> Optional.of(start);
          case ACKNOWLEDGED ->
              evaluation
                  .facts
                  .acknowledged(branch, step(index).acknowledgements())
                  .map(BranchAcknowledgement::at);
          case LAST_UPDATE -> Optional.ofNullable(anchors.lastUpdate());
          case SEVERITY_CHANGE -> Optional.ofNullable(anchors.severityChange());
          case PREVIOUS_STEP -> previous(index);
        };
    return anchor.map(at -> at.isBefore(start) ? start : at);
  }

  private Optional<Instant> previous(int index) {
    for (int before = index - 1; before >= 0; before--) {
      if (step(before).branch().equals(branch)) {
        return base(before);
      }
    }
    return Optional.of(evaluation.branch(branch).start());
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() ? other : Optional.of(later(one.get(), other.orElse(null)));
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
