package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.wording.Names;
import java.util.List;
import java.util.Locale;

/**
 * The steps of a policy in their order.
 *
 * @param again how often all of them run once more
 * @param evenOutside severities for which people are paged outside of working hours, too
 */
@TemplateData
public record Ladder(List<StepWords> steps, int again, String evenOutside) {

  static Ladder of(Policy policy, Names names, Locale language) {
    return new Ladder(
        policy.steps().stream().map(step -> StepWords.of(step, names, language)).toList(),
        policy.runs() - 1,
        String.join(", ", policy.evenOutsideWorkingTime()));
  }
}
