package io.watchbill.escalation.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Walks an escalation through time, one decision after the other, and gathers what comes out. */
final class Walk {
  private final Policy policy;
  private CachedShifts shifts;
  private Progress progress;
  private Facts facts;
  private Decision last;
  final List<Outcome> outcomes = new ArrayList<>();
  final List<PageOrder> pages = new ArrayList<>();

  /** When each page was decided. */
  final List<Instant> takenAt = new ArrayList<>();

  final List<Takeover> takeovers = new ArrayList<>();
  final List<AlarmOrder> alarms = new ArrayList<>();

  Walk(Policy policy, Facts facts, CachedShifts shifts) {
    this.policy = policy;
    this.facts = facts;
    this.shifts = shifts;
    this.progress = Progress.start(policy, Given.T0);
  }

  static Walk of(Policy policy, Facts facts) {
    return new Walk(policy, facts, Given.shifts());
  }

  Walk with(Facts newest) {
    facts = newest;
    return this;
  }

  Walk with(CachedShifts newest) {
    shifts = newest;
    return this;
  }

  Walk wake(Instant at) {
    last = Decider.decide(policy, progress, facts, shifts, at);
    progress = last.progress();
    outcomes.addAll(last.outcomes());
    pages.addAll(last.pages());
    last.pages().forEach(page -> takenAt.add(progress.decidedAt()));
    takeovers.addAll(last.takeovers());
    alarms.addAll(last.alarms());
    return this;
  }

  /** Wakes at every next due instant up to the end, which is woken at too. */
  Walk until(Instant end) {
    wake(progress.decidedAt());
    while (last.nextDue().isPresent() && !last.nextDue().get().isAfter(end)) {
      wake(last.nextDue().get());
    }
    return wake(end);
  }

  Decision last() {
    return last;
  }

  Progress progress() {
    return progress;
  }

  List<String> told() {
    return pages.stream().map(Walk::who).toList();
  }

  List<String> toldWhen() {
    return pages.stream().map(page -> who(page) + " " + page.due()).toList();
  }

  private static String who(PageOrder page) {
    return switch (page.target()) {
      case Target.Person person -> person.id();
      case Target.Webhook hook -> "webhook " + hook.id();
    };
  }
}
