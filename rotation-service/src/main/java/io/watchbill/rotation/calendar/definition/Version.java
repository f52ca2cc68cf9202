package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition of a rotation, in force from an instant until the next one is.
 *
 * @param number counts the versions of a rotation from 1
 * @param effectiveFrom when it takes effect; {@link Instant#MIN} for the first
 * @param zone the time zone of the rotation
 * @param pauses the days on which people take no turns, in the time zone of each layer
 * @param hours the working time of the rotation, when it has its own
 * @param keepsHours whether nobody should be on call outside the working time
 */
public record Version(
    int number,
    Instant effectiveFrom,
    ZoneId zone,
    List<Role> roles,
    List<Pause> pauses,
    Optional<WorkingWeek> hours,
    boolean keepsHours) {

  public Version {
    roles = List.copyOf(roles);
    pauses = List.copyOf(pauses);
  }

  /** Creates a version in which everybody takes turns and somebody should always be on call. */
  public Version(int number, Instant effectiveFrom, List<Role> roles) {
    this(number, effectiveFrom, ZoneOffset.UTC, roles, List.of(), Optional.empty(), false);
  }

  /** Returns the roles that a role follows, directly or indirectly, the nearest first. */
  public List<String> above(String name) {
    List<String> above = new ArrayList<>();
    Optional<Role> role = role(name);
    while (role.isPresent() && role.get() instanceof Role.Following following) {
      above.add(following.role());
      role = role(following.role());
    }
    return above;
  }

  public Optional<Role> role(String name) {
    return roles.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** Returns whether the person takes turns at the instant, with days of the time zone. */
  boolean present(String person, ZoneId zone, Instant instant) {
    return pauses.stream().noneMatch(p -> p.person().equals(person) && p.holds(instant, zone));
  }

  /**
   * Returns the turns of a layer at an instant, without people who pause and without empty turns.
   */
  public List<List<String>> turns(Layer layer, Instant instant) {
    return pauses.isEmpty()
        ? layer.turns()
        : layer.turns().stream()
            .map(turn -> present(turn, layer, instant))
            .filter(turn -> !turn.isEmpty())
            .toList();
  }

  public List<String> present(List<String> people, Layer layer, Instant instant) {
    return people.stream().filter(p -> present(p, layer.work().zone(), instant)).toList();
  }

  /** Returns the instants inside the span at which somebody begins or stops taking turns. */
  public List<Instant> changes(Span span) {
    List<ZoneId> zones = zones();
    return pauses.stream()
        .flatMap(p -> zones.stream().flatMap(z -> Stream.of(p.start(z), p.end(z))))
        .filter(instant -> instant.isAfter(span.start()) && instant.isBefore(span.end()))
        .distinct()
        .sorted()
        .toList();
  }

  private List<ZoneId> zones() {
    List<Layer> layers = new ArrayList<>();
    for (Role role : roles) {
      if (role instanceof Role.Layered layered) {
        layers.addAll(layered.layers());
      }
    }
    return layers.stream().map(layer -> layer.work().zone()).distinct().toList();
  }
}
