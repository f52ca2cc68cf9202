package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.oncall.HoursCheck;
import io.watchbill.escalation.plan.policy.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes why a step pages, skips or waits: how its targets were found, then its condition. */
final class StepReason {
  private final Evaluation evaluation;
  private final Step step;
  private final HoursCheck hours;
  private final Optional<String> asked;

  /**
   * The reasons of a step.
   *
   * @param asked who asks for it and why; empty when the step is due by itself
   */
  StepReason(Evaluation evaluation, Step step, HoursCheck hours, Optional<String> asked) {
    this.evaluation = evaluation;
    this.step = step;
    this.hours = hours;
    this.asked = asked;
  }

  /** Returns "on call as primary of security …; step “primary”, immediately". */
  String of(String found) {
    return asked
        .map(why -> why + ": " + found + "; " + name())
        .orElseGet(() -> found + "; " + name() + ", " + condition());
  }

  private String name() {
    return "step “" + step.name() + "”";
  }

  private String condition() {
    List<String> met = new ArrayList<>(List.of(step.when().met(evaluation.facts), hours.met(step)));
    met.add(step.timing().words());
    met.removeIf(String::isEmpty);
    return String.join(", ", met);
  }
}
