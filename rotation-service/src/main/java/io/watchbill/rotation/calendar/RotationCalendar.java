package io.watchbill.rotation.calendar;

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
 * Answers who is on watch in a rotation, at any instant and over any range.
 *
 * <p>The cost of an answer grows with the shifts in the range asked for and with the number of
 * versions, not with the age of the rotation. Across changes of the clocks {@link WallClock} says
 * when a turn begins.
 */
public final class RotationCalendar {

  /** After so many changes of the watch without a new face, nobody is said to be next. */
  private static final int CHANGES_LOOKED_AT = 1_000;

  private final List<InForce> versions;
  private final Map<String, List<Segment>> segments = new LinkedHashMap<>();
  private final Dealer dealer;

  public RotationCalendar(Rotation rotation) {
    versions = InForce.of(rotation.versions());
    Succession.of(versions)
        .forEach(s -> segments.computeIfAbsent(s.role(), role -> new ArrayList<>()).add(s));
    dealer = new Dealer(rotation, segments, versions);
  }

  /** The final shifts and gaps of all roles, cut to the range. */
  public FinalShifts shifts(Span range) {
    return shifts(range, roles(range));
  }

  /** The final shifts and gaps of one role, cut to the range. */
  public FinalShifts shifts(Span range, String role) {
    return shifts(range, roles(range).stream().filter(role::equals).toList());
  }

  /** The names of the roles that exist at some time in the range, in the order of definition. */
  public Collection<String> roles(Span range) {
    Set<String> roles = new LinkedHashSet<>();
    versions.stream()
        .filter(inForce -> inForce.span().overlaps(range))
        .forEach(inForce -> inForce.version().roles().forEach(role -> roles.add(role.name())));
    return roles;
  }

  /** How many turns of these roles the range holds: what the shifts will cost. */
  public long turns(Span range, Collection<String> roles) {
    return roles.stream()
        .flatMap(role -> segments.getOrDefault(role, List.of()).stream())
        .mapToLong(segment -> segment.turnCount(range))
        .sum();
  }

  /** Whether a turn that may come after the instant, however late, belongs to the person. */
  public boolean deals(String person, Instant after) {
    return segments.values().stream()
        .flatMap(List::stream)
        .filter(segment -> segment.span().end().isAfter(after))
        .anyMatch(segment -> segment.layer().turns().stream().anyMatch(t -> t.contains(person)));
  }

  /** Those on watch at the instant; each span begins at it and ends when the shift does. */
  public List<Shift> onWatch(Instant at) {
    return roles(moment(at)).stream().flatMap(role -> onWatch(role, at).stream()).toList();
  }

  /** Those on watch in a role at the instant: one shift for each layer at work. */
  public List<Shift> onWatch(String role, Instant at) {
    Span rest = new Span(at, Instant.MAX);
    return pieces(role, at).flatMap(piece -> piece.shift(rest).stream()).toList();
  }

  /** The first shift after the instant that brings somebody who is not on watch at it. */
  public Optional<Shift> next(String role, Instant at) {
    Set<String> present = new HashSet<>();
    onWatch(role, at).forEach(shift -> present.addAll(shift.people()));
    Optional<Instant> change = nextChange(role, at);
    for (int i = 0; i < CHANGES_LOOKED_AT && change.isPresent(); i++) {
      Optional<Shift> fresh =
          onWatch(role, change.get()).stream()
              .filter(shift -> !present.containsAll(shift.people()))
              .findFirst();
      if (fresh.isPresent()) {
        return fresh;
      }
      change = nextChange(role, change.get());
    }
    return Optional.empty();
  }

  private Optional<Instant> nextChange(String role, Instant after) {
    Stream<Instant> ends = pieces(role, after).map(piece -> piece.span().end());
    Stream<Instant> starts =
        segments.getOrDefault(role, List.of()).stream()
            .map(segment -> segment.span().start())
            .filter(start -> start.isAfter(after));
    return Stream.of(ends, starts, dealer.additionsAfter(role, after))
        .flatMap(instants -> instants)
        .min(Instant::compareTo)
        .filter(instant -> instant.isBefore(Instant.MAX));
  }

  private Stream<Piece> pieces(String role, Instant at) {
    return dealer.tracks(role, moment(at)).stream().flatMap(track -> track.at(at).stream());
  }

  private static Span moment(Instant at) {
    return new Span(at, at.plusNanos(1));
  }

  private FinalShifts shifts(Span range, Collection<String> roles) {
    List<Shift> shifts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (String role : roles) {
      List<Shift> ofRole =
          dealer.tracks(role, range).stream()
              .flatMap(track -> track.pieces().stream())
              .flatMap(piece -> piece.shift(range).stream())
              .sorted(Comparator.comparing(shift -> shift.id().layer()))
              .toList();
      shifts.addAll(ofRole);
      gaps.addAll(Gaps.of(role, lives(role, range), ofRole));
    }
    shifts.sort(Comparator.comparing(shift -> shift.span().start()));
    gaps.sort(Comparator.comparing(gap -> gap.span().start()));
    return new FinalShifts(shifts, gaps);
  }

  /** The parts of the range in which the definition knows the role. */
  private List<Span> lives(String role, Span range) {
    return versions.stream()
        .filter(inForce -> inForce.version().role(role).isPresent())
        .flatMap(inForce -> inForce.span().within(range).stream())
        .toList();
  }
}
