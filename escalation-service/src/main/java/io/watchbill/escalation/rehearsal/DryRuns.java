package io.watchbill.escalation.rehearsal;

import io.watchbill.escalation.escalation.HeldView;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.decision.Waiting;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import java.util.List;

/** Shows the result of a rehearsal. */
final class DryRuns {
  private static final int MOST = 10_000;

  private DryRuns() {}

  static DryRunView view(Policy policy, List<Rehearsal.Evaluation> turns) {
    return new DryRunView(
        turns.stream()
            .flatMap(turn -> turn.decision().orders().pages().stream())
            .limit(MOST)
            .map(DryRuns::page)
            .toList(),
        turns.stream().flatMap(turn -> steps(policy, turn).stream()).limit(MOST).toList(),
        turns.getLast().decision().waiting().stream()
            .map(waiting -> notTaken(policy, waiting))
            .toList(),
        turns.stream()
            .flatMap(turn -> turn.decision().holds().stream())
            .limit(MOST)
            .map(HeldView::of)
            .toList(),
        turns.stream().flatMap(turn -> alarms(turn).stream()).limit(MOST).toList());
  }

  /** Returns the target of a page as the API names it. */
  static String who(PageOrder page) {
    return switch (page.target()) {
      case Target.Person person -> person.id();
      case Target.Webhook hook -> "webhook:" + hook.id();
    };
  }

  private static DryRunView.Paged page(PageOrder page) {
    return new DryRunView.Paged(
        page.due(),
        who(page),
        page.step().name(),
        page.step().branch().name(),
        page.onCallUntil(),
        page.reason());
  }

  private static DryRunView.NotTaken notTaken(Policy policy, Waiting waiting) {
    return new DryRunView.NotTaken(
        policy.steps().get(waiting.key().step()).name(),
        waiting.key().run(),
        waiting.key().repetition(),
        waiting.due(),
        waiting.reason());
  }

  private static List<DryRunView.Step> steps(Policy policy, Rehearsal.Evaluation turn) {
    return turn.decision().outcomes().stream()
        .map(
            outcome ->
                new DryRunView.Step(
                    outcome.due(),
                    policy.steps().get(outcome.key().step()).name(),
                    outcome.key().run(),
                    outcome.key().repetition(),
                    outcome.kind().text(),
                    outcome.reason()))
        .toList();
  }

  private static List<DryRunView.Alarm> alarms(Rehearsal.Evaluation turn) {
    return turn.decision().orders().alarms().stream()
        .map(alarm -> new DryRunView.Alarm(turn.at(), alarm.kind().text(), alarm.reason()))
        .toList();
  }
}
