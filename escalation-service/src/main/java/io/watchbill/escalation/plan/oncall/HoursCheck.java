package io.watchbill.escalation.plan.oncall;

import io.watchbill.escalation.plan.policy.Hours;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a step's condition on working hours. Unknown hours count as met; the reason says so. */
public final class HoursCheck {
  private final Situation situation;
  private final Finder finder;

  public HoursCheck(Situation situation) {
    this.situation = situation;
    this.finder = new Finder(situation);
  }

  /**
   * A condition that is not met now.
   *
   * @param until when it may be met; null if not known
   */
  public record Unmet(String reason, @Nullable Instant until) {}

  /** Returns why the step's hours are not met now; empty when they are. */
  public Optional<Unmet> unmet(Step step) {
    return step.when()
        .hours()
        .flatMap(hours -> hours.ofResponder() ? ofResponders(step) : ofRotation(hours));
  }

  /** Returns why one of the step's targets is not paged; empty if it is. */
  public Optional<Unmet> unmet(Step step, Target.Resolved target) {
    return step.when()
        .hours()
        .filter(hours -> hours.ofResponder())
        .flatMap(hours -> target instanceof Target.Person one ? ofPerson(hours, one.id()) : none());
  }

  /** Returns when a page that was due would have met the condition. */
  public Instant first(Step step, Target.Resolved target, Instant due) {
    Optional<WorkingTime> known = step.when().hours().flatMap(hours -> known(hours, target));
    if (known.isEmpty()) {
      return due;
    }
    return step.when().hours().orElseThrow().inside()
        ? known.get().firstInside(due)
        : known.get().firstOutside(due).orElse(due);
  }

  /** Returns why the condition is met; empty if there is none. */
  public String met(Step step) {
    return step.when()
        .hours()
        .filter(hours -> !hours.ofResponder())
        .map(this::metOfRotation)
        .orElse("");
  }

  /** Returns why the condition is met for a target; empty if there is none. */
  public String met(Step step, Target.Resolved target) {
    Optional<Hours> hours = step.when().hours().filter(Hours::ofResponder);
    if (hours.isEmpty() || !(target instanceof Target.Person person)) {
      return "";
    }
    return situation
        .shifts()
        .workingTimeOf(person.id())
        .map(time -> says(time, hours.get(), names().person(person.id())))
        .orElse("the working hours of " + names().person(person.id()) + " are not known");
  }

  private String metOfRotation(Hours hours) {
    return situation
        .shifts()
        .workingTime(hours.ofRotation())
        .map(time -> says(time, hours, names().rotation(hours.ofRotation())))
        .orElse("the working hours of " + names().rotation(hours.ofRotation()) + " are not known");
  }

  private String says(WorkingTime time, Hours hours, String whose) {
    boolean certain =
        hours.inside() ? time.isInside(situation.now()) : time.isOutside(situation.now());
    return certain
        ? (hours.inside() ? "inside" : "outside") + " the working hours of " + whose
        : "the working hours of " + whose + " are not known now";
  }

  private Optional<WorkingTime> known(Hours hours, Target.Resolved target) {
    if (!hours.ofResponder()) {
      return situation.shifts().workingTime(hours.ofRotation());
    }
    return target instanceof Target.Person person
        ? situation.shifts().workingTimeOf(person.id())
        : Optional.empty();
  }

  private Optional<Unmet> ofRotation(Hours hours) {
    return situation
        .shifts()
        .workingTime(hours.ofRotation())
        .flatMap(time -> judge(time, hours, names().rotation(hours.ofRotation())));
  }

  private Optional<Unmet> ofPerson(Hours hours, String person) {
    return situation
        .shifts()
        .workingTimeOf(person)
        .flatMap(time -> judge(time, hours, names().person(person)));
  }

  /** The condition is not met when it is met for none of the people to page. */
  private Optional<Unmet> ofResponders(Step step) {
    List<Unmet> unmet = new ArrayList<>();
    for (Target target : step.targets()) {
      if (!(finder.find(target) instanceof Found.Somebody some)) {
        continue;
      }
      for (Found.One one : some.all()) {
        Optional<Unmet> why = unmet(step, one.target());
        if (why.isEmpty()) {
          return none();
        }
        unmet.add(why.get());
      }
    }
    if (unmet.isEmpty()) {
      return none();
    }
    TreeSet<Instant> changes = new TreeSet<>();
    unmet.stream().map(Unmet::until).filter(until -> until != null).forEach(changes::add);
    step.targets().forEach(target -> finder.nextChange(target).ifPresent(changes::add));
    return Optional.of(
        new Unmet(
            String.join("; ", unmet.stream().map(Unmet::reason).distinct().toList()),
            changes.isEmpty() ? null : changes.first()));
  }

  private Optional<Unmet> judge(WorkingTime time, Hours hours, String whose) {
    if (hours.inside()) {
      return time.isOutside(situation.now())
          ? unmet("outside", whose, time, Optional.of(time.firstInside(situation.now())))
          : none();
    }
    return time.isInside(situation.now())
        ? unmet("inside", whose, time, time.firstOutside(situation.now()))
        : none();
  }

  private static Optional<Unmet> unmet(
      String where, String whose, WorkingTime time, Optional<Instant> until) {
    String end = until.map(at -> " until " + Wording.instant(at, time.zoneId())).orElse("");
    return Optional.of(
        new Unmet(where + " the working hours of " + whose + end, until.orElse(null)));
  }

  private Names names() {
    return situation.shifts().names();
  }

  private static Optional<Unmet> none() {
    return Optional.empty();
  }
}
