package io.watchbill.rotation.fairness;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.fairness.Circumstances;
import io.watchbill.rotation.calendar.fairness.FairOrder;
import io.watchbill.rotation.rotation.LayerDefinition;
import io.watchbill.rotation.rotation.RoleDefinition;
import io.watchbill.rotation.rotation.RotationView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides whether a new version is fair enough to be proposed besides overrides. */
final class VersionProposals {
  /** How long before a shift people should know it: no version changes the next week. */
  private static final Duration NOTICE = Duration.ofDays(7);

  private static final long MOST_TURNS = 2_000;

  private VersionProposals() {}

  /** Returns a version that achieves at least half of what the overrides do. */
  static Optional<Plan.NewVersion> of(FairnessFacts facts, Planner.Outcome overrides) {
    RotationCalendar calendar = new RotationCalendar(facts.schedule());
    return !isSettled(facts) || calendar.turns(facts.range(), List.of(facts.role())) > MOST_TURNS
        ? Optional.empty()
        : firstHandover(facts)
            .flatMap(from -> order(facts, from))
            .filter(order -> isHalfAsGood(order, facts, overrides))
            .map(order -> version(facts, order, overrides.moves().size()));
  }

  /** Returns whether the latest definition is in force, and no other is planned. */
  private static boolean isSettled(FairnessFacts facts) {
    RotationView shown = facts.shown().rotation();
    return Objects.equals(shown.version(), shown.inForce())
        && facts.schedule().versions().stream()
            .noneMatch(version -> version.effectiveFrom().isAfter(facts.now()));
  }

  private static Optional<Instant> firstHandover(FairnessFacts facts) {
    Instant earliest = facts.now().plus(NOTICE);
    return facts.toCome().stream()
        .map(shift -> shift.span().start())
        .filter(start -> start.isAfter(earliest))
        .findFirst();
  }

  private static Optional<FairOrder.Proposal> order(FairnessFacts facts, Instant from) {
    return FairOrder.of(
        facts.schedule(),
        facts.role(),
        from,
        facts.range(),
        new Circumstances(facts.planned().holidays(), facts.planned().busy()));
  }

  private static boolean isHalfAsGood(
      FairOrder.Proposal order, FairnessFacts facts, Planner.Outcome overrides) {
    double before = FairOrder.unfairness(order.before().values());
    double gained = before - FairOrder.unfairness(order.after().values());
    double gainedByOverrides =
        FairOrder.unfairness(facts.planned().hours().values())
            - FairOrder.unfairness(overrides.hours().values());
    return gained >= gainedByOverrides / 2;
  }

  private static Plan.NewVersion version(
      FairnessFacts facts, FairOrder.Proposal order, int overrides) {
    List<String> reasons = new ArrayList<>();
    if (overrides > 0) {
      reasons.add("one change instead of " + overrides + " overrides");
    }
    reasons.add(
        "hours were up to "
            + apart(order.before().values())
            + " apart, then "
            + apart(order.after().values()));
    if (order.hinderedAfter().compareTo(order.hinderedBefore()) < 0) {
      reasons.add(
          order.hinderedBefore().toHours()
              + " h on call of people who are absent or on call elsewhere, then "
              + order.hinderedAfter().toHours());
    }
    order.changes().forEach(change -> reasons.add(change.layer() + ": " + inWords(change.turns())));
    return new Plan.NewVersion(
        RevisionTag.tag(facts.shown().definitionRevision()),
        definition(facts, order),
        FairnessService.loads(order.after()),
        reasons);
  }

  private static long apart(Collection<Duration> loads) {
    LongSummaryStatistics hours = loads.stream().mapToLong(Duration::toHours).summaryStatistics();
    return hours.getMax() - hours.getMin();
  }

  private static String inWords(List<List<String>> turns) {
    return turns.stream()
        .map(turn -> String.join(" and ", turn))
        .collect(Collectors.joining(", then "));
  }

  private static RotationView definition(FairnessFacts facts, FairOrder.Proposal order) {
    RotationView shown = facts.shown().rotation();
    Map<String, List<List<String>>> turns =
        order.changes().stream()
            .collect(Collectors.toMap(FairOrder.Change::layer, FairOrder.Change::turns));
    return new RotationView(
        null,
        shown.name(),
        shown.team(),
        shown.timeZone(),
        shown.mode(),
        shown.hours(),
        shown.participants(),
        shown.roles().stream()
            .map(role -> role.name().equals(facts.role()) ? with(role, turns) : role)
            .toList(),
        order.version().effectiveFrom().toString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RoleDefinition with(RoleDefinition role, Map<String, List<List<String>>> turns) {
    Function<LayerDefinition, LayerDefinition> changed =
        layer -> turns.containsKey(layer.name()) ? layer.withTurns(turns.get(layer.name())) : layer;
    return new RoleDefinition(
        role.name(), requireNonNull(role.layers()).stream().map(changed).toList(), role.follows());
  }
}
