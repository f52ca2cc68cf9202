package io.watchbill.escalation.oncall;

import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.OnCallAnswer;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The cache of the rotation-service's answers that policies need. */
@ApplicationScoped
public class OnCallCache {
  private static final Duration AHEAD = Duration.ofDays(16);

  private final RotationCheckRepository checks;
  private final CachedShiftRepository shifts;
  private final WorkingTimeRepository hours;
  private final CachedTeamRepository teams;
  private final Names names;

  OnCallCache(
      RotationCheckRepository checks,
      CachedShiftRepository shifts,
      WorkingTimeRepository hours,
      CachedTeamRepository teams,
      Names names) {
    this.checks = checks;
    this.shifts = shifts;
    this.hours = hours;
    this.teams = teams;
    this.names = names;
  }

  /** Returns what an evaluation at an instant needs. */
  public CachedShifts by(Tx tx, Collection<Policy> policies, Instant at) {
    boolean ahead = policies.stream().anyMatch(Policy::looksAhead);
    return by(tx, policies, at, ahead ? at.plus(AHEAD) : at);
  }

  /** Returns what evaluations in a range need. */
  public CachedShifts by(Tx tx, Collection<Policy> policies, Instant from, Instant until) {
    Map<String, List<String>> ofTeams = teams.rotations(tx, teams(policies));
    SortedSet<String> rotations = rotations(policies);
    ofTeams.values().forEach(rotations::addAll);
    SortedSet<String> asked = new TreeSet<>();
    policies.forEach(policy -> asked.addAll(policy.workingTimes()));
    boolean people = policies.stream().anyMatch(Policy::asksForResponders);
    Map<String, WorkingTime> responders =
        people ? hours.people(tx, rotations, named(policies)) : Map.of();
    return new CachedShifts(
        shifts.between(tx, rotations, from, until),
        hours.rotations(tx, asked),
        responders,
        ofTeams,
        names);
  }

  /**
   * Returns who is on call in a role now. A rotation that no policy names is cached from now on,
   * for a while; its roles are known soon.
   */
  public OnCallAnswer holders(Tx tx, String rotation, String role) {
    checks.name(tx, List.of(rotation));
    return of(tx, rotation, tx.now()).who(rotation, role, tx.now());
  }

  /** Returns who is on call in a rotation at an instant, without its working time. */
  public CachedShifts of(Tx tx, String rotation, Instant at) {
    return new CachedShifts(shifts.between(tx, List.of(rotation), at, at)).with(names);
  }

  static SortedSet<String> rotations(Collection<Policy> policies) {
    SortedSet<String> rotations = new TreeSet<>();
    policies.forEach(policy -> rotations.addAll(policy.rotations()));
    return rotations;
  }

  static SortedSet<String> teams(Collection<Policy> policies) {
    SortedSet<String> teams = new TreeSet<>();
    policies.forEach(policy -> teams.addAll(policy.teams()));
    return teams;
  }

  /** Returns the people of policies that ask for the working time of responders. */
  static SortedSet<String> named(Collection<Policy> policies) {
    SortedSet<String> people = new TreeSet<>();
    policies.stream()
        .filter(Policy::asksForResponders)
        .forEach(policy -> people.addAll(policy.people()));
    return people;
  }
}
