package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.calendar.time.WallClock;
import io.watchbill.rotation.calendar.turn.Segment;
import io.watchbill.rotation.calendar.turn.Succession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calculates who is on call in a rotation, at any instant and over any range.
 *
 * <p>The cost grows with the shifts in the range and with the number of versions, not with the age
 * of the rotation. {@link WallClock} defines when a turn begins across DST changes.
 */
public final class RotationCalendar {

  /** How far ahead to search for the next person: near first, then farther. */
  private static final List<Duration> AHEAD =
      Stream.of(10, 100, 1_000, 10_000).map(Duration::ofDays).toList();

  /** The most turns to search for the next person; with more, there is no answer. */
  private static final int TURNS_LOOKED_AT = 5_000;

  private final List<InForce> versions;
  private final Map<String, List<Segment>> segments = new LinkedHashMap<>();
  private final Overrides overrides;

  public RotationCalendar(Rotation rotation) {
    versions = InForce.of(rotation.versions());
    Succession.of(versions)
        .forEach(s -> segments.computeIfAbsent(s.role(), role -> new ArrayList<>()).add(s));
    overrides = new Overrides(rotation, versions);
  }

  /** Returns the final shifts and gaps of all roles, cut to the range. */
  public FinalShifts shifts(Span range) {
    return shifts(range, roles(range));
  }

  /** Returns the final shifts and gaps of one role, cut to the range. */
  public FinalShifts shifts(Span range, String role) {
    return shifts(range, roles(range).stream().filter(role::equals).toList());
  }

  /**
   * Returns the names of the roles that exist at some time in the range, in the order of
   * definition.
   */
  public Collection<String> roles(Span range) {
    Set<String> roles = new LinkedHashSet<>();
    versions.stream()
        .filter(inForce -> inForce.span().overlaps(range))
        .forEach(inForce -> inForce.version().roles().forEach(role -> roles.add(role.name())));
    return roles;
  }

  /** Returns the roles that follow this one by the definition in force at the instant. */
  public List<String> followers(String role, Instant at) {
    return versions.stream()
        .filter(inForce -> inForce.span().contains(at))
        .flatMap(inForce -> inForce.version().roles().stream())
        .filter(other -> other instanceof Role.Following f && f.role().equals(role))
        .map(Role::name)
        .toList();
  }

  /** Returns how many turns of these roles the range has: what calculating their shifts costs. */
  public long turns(Span range, Collection<String> roles) {
    return roles.stream()
        .flatMap(role -> segments.getOrDefault(role, List.of()).stream())
        .mapToLong(segment -> segment.turnCount(range))
        .sum();
  }

  /**
   * Returns the first part of the range, halved until all roles together have at most this many
   * turns.
   */
  public Span beginning(Span range, long mostTurns) {
    Span part = range;
    while (turns(part, roles(part)) > mostTurns) {
      Duration half = Duration.between(part.start(), part.end()).dividedBy(2);
      part = new Span(part.start(), part.start().plus(half));
    }
    return part;
  }

  /** Returns whether any turn after the instant, however late, belongs to the person. */
  public boolean assigns(String person, Instant after) {
    return segments.values().stream()
        .flatMap(List::stream)
        .filter(segment -> segment.span().end().isAfter(after))
        .anyMatch(segment -> segment.list().names(person));
  }

  /**
   * Returns the shifts in progress at the instant; each span begins at it and ends when the shift
   * does.
   */
  public List<Shift> onCall(Instant at) {
    return roles(moment(at)).stream().flatMap(role -> onCall(role, at).stream()).toList();
  }

  /** Returns the shifts of a role in progress at the instant: one for each layer at work. */
  public List<Shift> onCall(String role, Instant at) {
    Span rest = new Span(at, Instant.MAX);
    return parts(role, at).flatMap(part -> part.shift(rest).stream()).toList();
  }

  /** Returns the first shift after the instant that has somebody who is not on call at it. */
  public Optional<Shift> next(String role, Instant at) {
    Set<String> present = new HashSet<>();
    onCall(role, at).forEach(shift -> present.addAll(shift.people()));
    for (Duration ahead : AHEAD) {
      Span window = new Span(at, at.plus(ahead));
      if (turns(window, List.of(role)) > TURNS_LOOKED_AT) {
        break;
      }
      Optional<Shift> fresh = fresh(role, window, present);
      if (fresh.isPresent()) {
        return fresh;
      }
    }
    return Optional.empty();
  }

  private Optional<Shift> fresh(String role, Span window, Set<String> present) {
    Span rest = new Span(window.start(), Instant.MAX);
    return beyond(window, role).tracks(role).stream()
        .flatMap(track -> track.parts().stream())
        .filter(part -> part.span().start().isBefore(window.end()))
        .filter(part -> part.span().start().isAfter(window.start()))
        .filter(part -> !present.containsAll(part.people()))
        .min(Comparator.comparing(part -> part.span().start()))
        .flatMap(part -> part.shift(rest));
  }

  private Stream<SegmentPart> parts(String role, Instant at) {
    return beyond(moment(at), role).tracks(role).stream().flatMap(track -> track.at(at).stream());
  }

  private TurnAssigner beyond(Span window, String role) {
    return TurnAssigner.beyond(segments, overrides, window, role);
  }

  private static Span moment(Instant at) {
    return new Span(at, at.plusNanos(1));
  }

  private FinalShifts shifts(Span range, Collection<String> roles) {
    List<Shift> shifts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    TurnAssigner dealer = TurnAssigner.within(segments, overrides, range);
    for (String role : roles) {
      List<Shift> ofRole =
          dealer.tracks(role).stream()
              .flatMap(track -> track.parts().stream())
              .flatMap(part -> part.shift(range).stream())
              .sorted(Comparator.comparing(shift -> shift.id().layer()))
              .toList();
      shifts.addAll(ofRole);
      gaps.addAll(gaps(role, range, ofRole));
    }
    shifts.sort(Comparator.comparing(shift -> shift.span().start()));
    gaps.sort(Comparator.comparing(gap -> gap.span().start()));
    return new FinalShifts(shifts, gaps);
  }

  /** Returns the parts of the range in which the role is defined and nobody holds it. */
  private List<Gap> gaps(String role, Span range, List<Shift> shifts) {
    List<Span> held = Spans.union(shifts.stream().map(Shift::span));
    List<InForce> lives =
        versions.stream().filter(v -> v.version().role(role).isPresent()).toList();
    return Stream.concat(
            gaps(role, lives, range, held, false), gaps(role, lives, range, held, true))
        .sorted(Comparator.comparing(gap -> gap.span().start()))
        .toList();
  }

  private static Stream<Gap> gaps(
      String role, List<InForce> lives, Span range, List<Span> held, boolean byDesign) {
    Stream<Span> meant =
        lives.stream()
            .flatMap(
                life -> life.span().within(range).stream().flatMap(s -> life.hours(s, byDesign)));
    return Spans.without(Spans.union(meant), held).stream()
        .map(span -> new Gap(role, span, byDesign));
  }
}
