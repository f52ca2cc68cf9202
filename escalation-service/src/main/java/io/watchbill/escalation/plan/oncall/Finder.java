package io.watchbill.escalation.plan.oncall;

import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.OnCallAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who is behind a target now, by the cached shifts. */
public final class Finder {
  private final Situation situation;

  public Finder(Situation situation) {
    this.situation = situation;
  }

  public Found find(Target target) {
    return switch (target) {
      case Target.Person person -> named(person, "named by the step");
      case Target.Webhook hook -> named(hook, "named by the step");
      case Target.Commander commander -> commander();
      case Target.RoleOf role ->
          onCall(
              situation.shifts().who(role.rotation(), role.role(), situation.now()),
              role.rotation(),
              role);
      case Target.NextOf next ->
          onCall(
              situation.shifts().next(next.rotation(), next.role(), situation.now()),
              next.rotation(),
              null);
      case Target.Team team -> team(team.id());
    };
  }

  /** Returns when the people behind a target change next; empty if not known. */
  public Optional<Instant> nextChange(Target target) {
    return rolesOf(target)
        .map(
            of -> situation.shifts().rotation(of.rotation()).nextChange(of.role(), situation.now()))
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  /** Returns when the people behind targets last changed; empty if not known. */
  public Optional<Instant> lastChange(List<Target> targets) {
    return targets.stream()
        .flatMap(this::rolesOf)
        .map(
            of -> situation.shifts().rotation(of.rotation()).lastChange(of.role(), situation.now()))
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  private Stream<Target.RoleOf> rolesOf(Target target) {
    return switch (target) {
      case Target.RoleOf role -> Stream.of(role);
      case Target.NextOf next -> Stream.of(new Target.RoleOf(next.rotation(), next.role()));
      case Target.Team team ->
          situation.shifts().teams().getOrDefault(team.id(), List.of()).stream()
              .flatMap(this::rolesOf);
      case Target.Resolved one -> Stream.empty();
      case Target.Commander commander -> Stream.empty();
    };
  }

  private Stream<Target.RoleOf> rolesOf(String rotation) {
    return situation.shifts().rotation(rotation).roles().stream()
        .map(role -> new Target.RoleOf(rotation, role));
  }

  private static Found named(Target.Resolved target, String reason) {
    return new Found.Somebody(List.of(new Found.One(target, null, reason, null, null)));
  }

  private Found commander() {
    Optional<String> commander = situation.facts().traits().commander();
    return commander
        .map(id -> named(new Target.Person(id), "commands the incident"))
        .orElseGet(() -> new Found.Nobody("nobody commands the incident", null));
  }

  private Found onCall(OnCallAnswer found, String rotation, Target.@Nullable RoleOf role) {
    return switch (found) {
      case OnCallAnswer.People people -> somebody(people, role, people.reason());
      case OnCallAnswer.Nobody nobody -> new Found.Nobody(nobody.reason(), nobody.until());
      case OnCallAnswer.Off off -> off(off, rotation, role);
      case OnCallAnswer.Unknown unknown -> new Found.Unknown(unknown.reason());
    };
  }

  /** Holds until the hours begin; a severity that overrides them pages the next shift. */
  private Found off(OnCallAnswer.Off off, String rotation, Target.@Nullable RoleOf role) {
    boolean overrides =
        situation.policy().evenOutsideWorkingTime().contains(situation.facts().traits().severity());
    if (overrides
        && role != null
        && situation.shifts().next(rotation, role.role(), situation.now())
            instanceof OnCallAnswer.People next) {
      return somebody(next, role, off.reason() + ", but not for this severity; " + next.reason());
    }
    return new Found.Later(off.reason(), off.until());
  }

  private static Found somebody(
      OnCallAnswer.People people, Target.@Nullable RoleOf role, String reason) {
    return new Found.Somebody(
        people.people().stream()
            .map(
                id ->
                    new Found.One(
                        new Target.Person(id), role, reason, people.since(), people.until()))
            .toList());
  }

  /** Pages everybody of a team who can be paged; waits for others only if there is nobody. */
  private Found team(String team) {
    List<String> rotations = situation.shifts().teams().get(team);
    if (rotations == null) {
      return new Found.Unknown(
          "the rotations of team " + situation.shifts().names().team(team) + " are not known");
    }
    List<Found.One> people = new ArrayList<>();
    Found waits = null;
    for (String rotation : rotations) {
      for (String role : new TreeSet<>(situation.shifts().rotation(rotation).roles())) {
        Target.RoleOf of = new Target.RoleOf(rotation, role);
        Found found = onCall(situation.shifts().who(rotation, role, situation.now()), rotation, of);
        if (found instanceof Found.Somebody some) {
          people.addAll(some.all());
        }
        waits = found instanceof Found.Later || found instanceof Found.Unknown ? found : waits;
      }
      if (situation.shifts().rotation(rotation) instanceof CachedRotation.NeverLearned) {
        waits =
            new Found.Unknown(
                "the shifts of "
                    + situation.shifts().names().rotation(rotation)
                    + " are not known");
      }
    }
    if (!people.isEmpty()) {
      return new Found.Somebody(people);
    }
    return waits != null
        ? waits
        : new Found.Nobody(
            "nobody of team " + situation.shifts().names().team(team) + " is on call", null);
  }
}
