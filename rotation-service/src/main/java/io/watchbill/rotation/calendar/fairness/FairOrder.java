package io.watchbill.rotation.calendar.fairness;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches for an order of a role's turns that shares the load more evenly. It swaps two turns, or
 * drops a turn that is listed more than once, as long as that makes the load more even or puts
 * fewer people on call while they are busy, and neither gets worse. It finds a good order, not the
 * best; nothing before the new version takes effect changes.
 */
public final class FairOrder {
  private static final int MOST_TURNS = 50;
  private static final int MOST_LOOKS = 600;

  /** A new version is proposed only when it removes at least this share of the unfairness. */
  private static final double WORTH_IT = 0.25;

  private final Rotation rotation;
  private final String role;
  private final Instant from;
  private final Span range;
  private final Circumstances people;
  private final Version before;
  private int looks;

  /** A layer of the role and its new turns. */
  public record Change(String layer, List<List<String>> turns) {}

  /**
   * A new version of the rotation, with its effect.
   *
   * @param version takes effect at the requested instant
   * @param changes the layers that differ from the version before
   * @param before the load of each person over the range today
   * @param after the same with the version
   * @param hinderedBefore the time that people are on call while busy, today
   * @param hinderedAfter the same with the version
   */
  public record Proposal(
      Version version,
      List<Change> changes,
      Map<String, Duration> before,
      Map<String, Duration> after,
      Duration hinderedBefore,
      Duration hinderedAfter) {}

  /** The effect of a version. */
  private record Outcome(Map<String, Duration> loads, Duration hindered) {
    double unfairness() {
      return FairOrder.unfairness(loads.values());
    }

    /** Returns whether it is better in one respect and worse in none. */
    boolean isBetterThan(Outcome other) {
      int evenness = Double.compare(unfairness(), other.unfairness());
      int hindrance = hindered.compareTo(other.hindered);
      return evenness <= 0 && hindrance <= 0 && evenness + hindrance < 0;
    }

    boolean isWorthAChangeFrom(Outcome other) {
      return isBetterThan(other)
          && (hindered.compareTo(other.hindered) < 0
              || unfairness() <= (1 - WORTH_IT) * other.unfairness());
    }
  }

  private FairOrder(
      Rotation rotation, String role, Instant from, Span range, Circumstances people) {
    this.rotation = rotation;
    this.role = role;
    this.from = from;
    this.range = range;
    this.people = people;
    this.before = InForce.of(rotation.versions()).getLast().version();
  }

  /**
   * Returns a version, taking effect at the instant, that makes the role clearly more even, if
   * there is one. Empty for a role that follows another, and while a later version is planned.
   *
   * @param from within the range
   * @param range over which the load should be even; it may begin long before {@code from}
   */
  public static Optional<Proposal> of(
      Rotation rotation, String role, Instant from, Span range, Circumstances people) {
    boolean versionAhead =
        rotation.versions().stream().anyMatch(version -> !version.effectiveFrom().isBefore(from));
    return versionAhead
        ? Optional.empty()
        : new FairOrder(rotation, role, from, range, people).search();
  }

  /** Returns how uneven loads are: the sum of the squared differences from the mean, in hours. */
  public static double unfairness(Collection<Duration> loads) {
    long sum = loads.stream().mapToLong(Duration::toMinutes).sum();
    double unit = 60.0 * Math.max(1, loads.size());
    return loads.stream()
        .mapToDouble(load -> (load.toMinutes() * loads.size() - sum) / unit)
        .map(apart -> apart * apart)
        .sorted()
        .sum();
  }

  private Optional<Proposal> search() {
    Version best = renumbered();
    Outcome atFirst = outcome(best);
    Outcome reached = atFirst;
    Optional<Version> next = better(best, reached);
    while (next.isPresent()) {
      best = next.get();
      reached = outcome(best);
      next = better(best, reached);
    }
    return reached.isWorthAChangeFrom(atFirst)
        ? Optional.of(
            new Proposal(
                best,
                changes(best),
                atFirst.loads(),
                reached.loads(),
                atFirst.hindered(),
                reached.hindered()))
        : Optional.empty();
  }

  private Version renumbered() {
    return new Version(
        rotation.versions().stream().mapToInt(Version::number).max().orElse(0) + 1,
        from,
        before.zone(),
        before.roles(),
        before.pauses(),
        before.hours(),
        before.keepsHours());
  }

  /** Returns the order one change away that improves the outcome most. */
  private Optional<Version> better(Version version, Outcome reached) {
    record Tried(Version version, Outcome outcome) {}
    return layers(version)
        .flatMap(layer -> peers(layer).map(turns -> with(version, layer.name(), turns)))
        .takeWhile(candidate -> looks++ < MOST_LOOKS)
        .map(candidate -> new Tried(candidate, outcome(candidate)))
        .filter(tried -> tried.outcome().isBetterThan(reached))
        .min(Comparator.comparingDouble(tried -> tried.outcome().unfairness()))
        .map(Tried::version);
  }

  private Stream<Layer> layers(Version version) {
    return version.role(role).stream()
        .flatMap(r -> r instanceof Role.Layered own ? own.layers().stream() : Stream.empty())
        .filter(layer -> layer.turns().size() > 1 && layer.turns().size() <= MOST_TURNS);
  }

  private static Stream<List<List<String>>> peers(Layer layer) {
    List<List<List<String>>> peers = new ArrayList<>();
    Set<List<String>> repeated = new HashSet<>();
    for (int i = 0; i < layer.turns().size(); i++) {
      for (int j = i + 1; j < layer.turns().size(); j++) {
        if (!layer.turns().get(i).equals(layer.turns().get(j))) {
          List<List<String>> swapped = new ArrayList<>(layer.turns());
          Collections.swap(swapped, i, j);
          peers.add(swapped);
        } else if (repeated.add(layer.turns().get(i))) {
          List<List<String>> without = new ArrayList<>(layer.turns());
          without.remove(j);
          peers.add(without);
        }
      }
    }
    return peers.stream();
  }

  private Version with(Version version, String layer, List<List<String>> turns) {
    return new Version(
        version.number(),
        version.effectiveFrom(),
        version.zone(),
        version.roles().stream()
            .map(r -> r.name().equals(role) ? with(r, layer, turns) : r)
            .toList(),
        version.pauses(),
        version.hours(),
        version.keepsHours());
  }

  private static Role with(Role role, String layer, List<List<String>> turns) {
    return switch (role) {
      case Role.Layered own ->
          new Role.Layered(
              own.name(),
              own.layers().stream()
                  .map(l -> l.name().equals(layer) ? l.withTurns(turns) : l)
                  .toList());
      case Role.Following following -> following;
    };
  }

  private Outcome outcome(Version version) {
    Cancellation.check();
    List<Version> versions = new ArrayList<>(rotation.versions());
    versions.add(version);
    Rotation changed =
        new Rotation(rotation.id(), versions, rotation.replacements(), rotation.additions());
    Map<String, List<Span>> shifts =
        Presence.of(new RotationCalendar(changed).shifts(range, role).shifts());
    Map<String, Duration> loads = new TreeMap<>();
    Duration hindered = Duration.ZERO;
    for (String person : pool()) {
      List<Span> shift = shifts.getOrDefault(person, List.of());
      loads.put(person, people.weight(person, shift));
      hindered = hindered.plus(people.hindered(person, shift));
    }
    return new Outcome(loads, hindered);
  }

  /** Returns the people among whom the load should be even. */
  private Set<String> pool() {
    return layers(before)
        .flatMap(layer -> layer.turns().stream())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private List<Change> changes(Version version) {
    Map<String, List<List<String>>> was = new HashMap<>();
    layers(before).forEach(layer -> was.put(layer.name(), layer.turns()));
    return version.role(role).stream()
        .flatMap(r -> r instanceof Role.Layered own ? own.layers().stream() : Stream.empty())
        .filter(layer -> was.containsKey(layer.name()))
        .filter(layer -> !Objects.equals(was.get(layer.name()), layer.turns()))
        .map(layer -> new Change(layer.name(), layer.turns()))
        .toList();
  }
}
