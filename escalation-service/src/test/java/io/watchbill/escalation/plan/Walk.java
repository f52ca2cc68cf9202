package io.watchbill.escalation.plan;

import io.watchbill.escalation.plan.decision.AlarmOrder;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.decision.Outcome;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.decision.Takeover;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.Progress;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Walks an escalation through time, one decision after the other, and gathers what comes out. */
public final class Walk {
  private final Policy policy;
  private CachedShifts shifts;
  private Progress progress;
  private Facts facts;
  private EscalationDecision last;
  public final List<Outcome> outcomes = new ArrayList<>();
  public final List<PageOrder> pages = new ArrayList<>();

  /** When each page was decided. */
  public final List<Instant> takenAt = new ArrayList<>();

  public final List<Takeover> takeovers = new ArrayList<>();
  public final List<AlarmOrder> alarms = new ArrayList<>();

  public Walk(Policy policy, Facts facts, CachedShifts shifts) {
    this.policy = policy;
    this.facts = facts;
    this.shifts = shifts;
    this.progress = Progress.start(policy, Given.T0);
  }

  public static Walk of(Policy policy, Facts facts) {
    return new Walk(policy, facts, Given.shifts());
  }

  public Walk with(Facts newest) {
    facts = newest;
    return this;
  }

  public Walk with(CachedShifts newest) {
    shifts = newest;
    return this;
  }

  public Walk wake(Instant at) {
    last = Decider.decide(policy, progress, facts, shifts, at);
    progress = last.progress();
    outcomes.addAll(last.outcomes());
    pages.addAll(last.orders().pages());
    last.orders().pages().forEach(page -> takenAt.add(progress.decidedAt()));
    takeovers.addAll(last.orders().takeovers());
    alarms.addAll(last.orders().alarms());
    return this;
  }

  /** Wakes at every next due instant up to the end, which is woken at too. */
  public Walk until(Instant end) {
    wake(progress.decidedAt());
    while (last.next().due().isPresent() && !last.next().due().get().isAfter(end)) {
      wake(last.next().due().get());
    }
    return wake(end);
  }

  public EscalationDecision last() {
    return last;
  }

  public Progress progress() {
    return progress;
  }

  public List<String> paged() {
    return pages.stream().map(Walk::who).toList();
  }

  public List<String> pagedWhen() {
    return pages.stream().map(page -> who(page) + " " + page.due()).toList();
  }

  private static String who(PageOrder page) {
    return switch (page.target()) {
      case Target.Person person -> person.id();
      case Target.Webhook hook -> "webhook " + hook.id();
    };
  }
}
