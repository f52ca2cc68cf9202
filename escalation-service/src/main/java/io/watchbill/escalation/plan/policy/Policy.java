package io.watchbill.escalation.plan.policy;

import io.watchbill.escalation.plan.facts.Branch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A list of timed steps.
 *
 * @param runs how often the list of steps runs while nobody acknowledges
 * @param evenOutsideWorkingTime severities for which, outside the working hours of a rotation, the
 *     people of its next shift are paged
 */
public record Policy(
    String id, List<Step> steps, int runs, SortedSet<String> evenOutsideWorkingTime) {

  /** The newest version of the step language that this service understands. */
  public static final int ENGINE = 2;

  /** Creates a policy that holds pages outside working hours for every severity. */
  public Policy(String id, List<Step> steps, int runs) {
    this(id, steps, runs, new TreeSet<>());
  }

  /** Returns the version of the step language that it needs; its escalations record it. */
  public int engine() {
    boolean first =
        evenOutsideWorkingTime.isEmpty() && steps.stream().allMatch(Step::isOfFirstEngine);
    return first ? 1 : ENGINE;
  }

  /**
   * Returns the branches in the order of their first step; {@link Branch#MAIN} always comes first.
   */
  public Set<Branch> branches() {
    Set<Branch> branches = new LinkedHashSet<>();
    branches.add(Branch.MAIN);
    steps.forEach(step -> branches.add(step.branch()));
    return branches;
  }

  /** Returns the targets of all steps. */
  public List<Target> targets() {
    return steps.stream().flatMap(step -> step.allTargets().stream()).toList();
  }

  /** Returns the people whom it names. */
  public SortedSet<String> people() {
    SortedSet<String> people = new TreeSet<>();
    targets()
        .forEach(
            target -> {
              if (target instanceof Target.Person person) {
                people.add(person.id());
              }
            });
    return people;
  }

  /** Returns the teams that it names; their rotations are needed too. */
  public SortedSet<String> teams() {
    SortedSet<String> teams = new TreeSet<>();
    targets()
        .forEach(
            target -> {
              if (target instanceof Target.Team team) {
                teams.add(team.id());
              }
            });
    return teams;
  }

  /** Returns the rotations that it needs, without those of its teams. */
  public SortedSet<String> rotations() {
    SortedSet<String> rotations = workingTimes();
    targets().stream().flatMap(Policy::rotation).forEach(rotations::add);
    return rotations;
  }

  /** Returns the rotations whose working time it needs. */
  public SortedSet<String> workingTimes() {
    SortedSet<String> rotations = new TreeSet<>();
    for (Step step : steps) {
      step.when()
          .hours()
          .filter(hours -> !hours.ofResponder())
          .ifPresent(hours -> rotations.add(hours.rotation()));
      if (step.timing().after() instanceof After.Business business) {
        rotations.add(business.rotation());
      }
    }
    return rotations;
  }

  /** Returns whether an evaluation needs future shifts. */
  public boolean looksAhead() {
    return asksForResponders()
        || !evenOutsideWorkingTime.isEmpty()
        || targets().stream().anyMatch(target -> target instanceof Target.NextOf)
        || steps.stream().anyMatch(step -> step.ifNobody() instanceof IfNobody.Hold);
  }

  /** Returns whether a step depends on the working time of the people to page. */
  public boolean asksForResponders() {
    return steps.stream()
        .anyMatch(step -> step.when().hours().filter(Hours::ofResponder).isPresent());
  }

  private static Stream<String> rotation(Target target) {
    return switch (target) {
      case Target.RoleOf role -> Stream.of(role.rotation());
      case Target.NextOf next -> Stream.of(next.rotation());
      case Target.Team team -> Stream.empty();
      case Target.Commander commander -> Stream.empty();
      case Target.Person person -> Stream.empty();
      case Target.Webhook hook -> Stream.empty();
    };
  }
}
