package io.watchbill.escalation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One repetition of a step looks for its targets. Those that are known are told at once; the step
 * waits for those that are unknown, and nobody is told twice.
 */
final class Telling {

  /** After this long of unknown the alarm is raised; the step goes on waiting. */
  static final Duration UNKNOWN_LIMIT = Duration.ofSeconds(30);

  private final Turn turn;
  private final String branch;
  private final Due due;
  private final Instant effective;
  private final SortedSet<Integer> settled;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private boolean told;

  Telling(Turn turn, String branch, Due due, Instant effective) {
    this.turn = turn;
    this.branch = branch;
    this.due = due;
    this.effective = effective;
    this.settled = new TreeSet<>(turn.step(due.index()).settled());
    this.told = turn.step(due.index()).told();
  }

  void run() {
    List<Target> targets = due.step().targets();
    for (int index = 0; index < targets.size(); index++) {
      if (!settled.contains(index) && tell(targets.get(index))) {
        settled.add(index);
      }
    }
    if (waits()) {
      turn.step(due.index(), turn.step(due.index()).partly(settled, told));
      waitForShifts();
    }
  }

  boolean waits() {
    return !unknown.isEmpty();
  }

  boolean told() {
    return told;
  }

  String reason() {
    return why() + ": " + (reasons.isEmpty() ? "told before" : String.join("; ", reasons));
  }

  private boolean tell(Target target) {
    return switch (target) {
      case Target.Person person -> page(person, null, person.id() + " is named by the step");
      case Target.Webhook hook ->
          page(hook, null, "webhook " + hook.id() + " is named by the step");
      case Target.RoleOf role -> tellRole(role);
    };
  }

  private boolean tellRole(Target.RoleOf role) {
    OnWatch found = turn.shifts.who(role.rotation(), role.role(), turn.now);
    return switch (found) {
      case OnWatch.People people -> {
        people.people().forEach(id -> page(new Target.Person(id), role, people.reason()));
        yield true;
      }
      case OnWatch.Nobody nobody -> {
        reasons.add(nobody.reason());
        yield true;
      }
      case OnWatch.Unknown nothing -> {
        unknown.add(nothing.reason());
        yield false;
      }
    };
  }

  private boolean page(Target target, Target.RoleOf role, String reason) {
    told = true;
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    Step step = due.step();
    String why = why() + ": " + reason;
    turn.page(
        new PageOrder(due.key(), step.name(), branch, step.during(), target, role, effective, why));
    return true;
  }

  private String why() {
    Step step = due.step();
    String met = step.when().met(turn.facts);
    String counted = step.after() + " after " + step.since().text();
    return (met.isEmpty() ? "" : met + ", ") + counted;
  }

  private void waitForShifts() {
    turn.waitsForShifts();
    Instant limit = effective.plus(UNKNOWN_LIMIT);
    if (turn.now.isBefore(limit)) {
      turn.wake(limit);
    } else {
      turn.alarm(AlarmKind.UNKNOWN_ON_WATCH, branch, String.join("; ", unknown));
    }
  }
}
