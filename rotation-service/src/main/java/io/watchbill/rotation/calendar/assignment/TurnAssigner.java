package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.time.Cancellation;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.StepFunction;
import io.watchbill.rotation.calendar.turn.AtWork;
import io.watchbill.rotation.calendar.turn.Segment;
import io.watchbill.rotation.calendar.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns people to the turns of all roles within a window. Each role is calculated once, even when
 * others follow it.
 */
final class TurnAssigner {

  /** How far past the window to consider the followed roles, to find out when a turn ends. */
  private static final Duration REACH = Duration.ofDays(400);

  private final Map<String, List<Segment>> segments;
  private final Overrides overrides;
  private final Span window;
  private final Map<String, List<Track>> assigned = new HashMap<>();

  private TurnAssigner(Map<String, List<Segment>> segments, Overrides overrides, Span window) {
    this.segments = segments;
    this.overrides = overrides;
    this.window = window;
  }

  /**
   * Returns an assigner for a window; parts that continue past the window may be cut at its end.
   */
  static TurnAssigner within(
      Map<String, List<Segment>> segments, Overrides overrides, Span window) {
    return new TurnAssigner(segments, overrides, window);
  }

  /**
   * Returns an assigner for one role that knows when the parts that continue past the window end.
   */
  static TurnAssigner beyond(
      Map<String, List<Segment>> segments, Overrides overrides, Span window, String role) {
    Instant last = window.end().minusNanos(1);
    Instant reach = window.end();
    List<Segment> ofRole = segments.getOrDefault(role, List.of());
    boolean alone = ofRole.stream().noneMatch(Segment::follows);
    for (String one : withAbove(role, ofRole)) {
      List<Segment> ofOne = segments.getOrDefault(one, List.of());
      for (Segment segment : ofOne) {
        reach = Span.later(reach, end(segment, ofOne, last, alone));
      }
      reach = overrides.additions().endsAt(one, last).reduce(reach, Span::later);
    }
    Instant farthest = window.end().plus(REACH);
    return new TurnAssigner(
        segments, overrides, new Span(window.start(), Span.earlier(reach, farthest)));
  }

  /** Returns the parts of the turns that overlap the window; the first may begin too late. */
  List<Track> tracks(String role) {
    List<Track> tracks = assigned.get(role);
    if (tracks == null) {
      tracks = assign(role);
      assigned.put(role, tracks);
    }
    return tracks;
  }

  private static Set<String> withAbove(String role, List<Segment> ofRole) {
    Set<String> all = new LinkedHashSet<>(Set.of(role));
    ofRole.forEach(segment -> all.addAll(segment.followed().roles()));
    return all;
  }

  /**
   * Returns when the segment's turn at the instant ends. A turn ends where the next segment
   * continues it under the same id.
   *
   * @param alone whether only turns that the next segment continues matter
   */
  private static Instant end(
      Segment segment, List<Segment> ofRole, Instant instant, boolean alone) {
    if (!segment.span().contains(instant)) {
      return Instant.MIN;
    }
    List<Turn> turns = new AtWork(segment, ofRole).turns(new Span(instant, instant.plusNanos(1)));
    if (turns.isEmpty()) {
      return Instant.MIN;
    }
    Instant end = turns.getLast().span().end();
    return ofRole.stream()
        .filter(next -> next.goesOnWith(segment) && next.span().start().equals(end))
        .findFirst()
        .map(next -> end(next, ofRole, end, false))
        .orElse(alone ? Instant.MIN : end);
  }

  private List<Track> assign(String role) {
    List<Segment> ofRole = segments.getOrDefault(role, List.of());
    Map<String, List<Segment>> byLayer =
        ofRole.stream()
            .filter(segment -> segment.span().overlaps(window))
            .collect(
                Collectors.groupingBy(
                    segment -> segment.layer().name(), LinkedHashMap::new, Collectors.toList()));
    Map<List<String>, StepFunction<FollowedRole>> above = new HashMap<>();
    List<Track> tracks = new ArrayList<>();
    for (List<Segment> ofLayer : byLayer.values()) {
      SegmentParts parts = new SegmentParts(overrides, role);
      for (Segment segment : ofLayer) {
        if (!above.containsKey(segment.followed().roles())) {
          above.put(segment.followed().roles(), above(segment.followed().roles()));
        }
        for (Turn turn : new AtWork(segment, ofRole).turns(window)) {
          Cancellation.check();
          parts.add(turn, reached(turn), above.get(segment.followed().roles()));
        }
      }
      tracks.add(parts.track());
    }
    tracks.addAll(overrides.additions().tracks(role, window, window.end(), this::tracks));
    return tracks;
  }

  /**
   * Returns the part of the turn to assign: the followed roles are known only until the window
   * ends.
   */
  private Span reached(Turn turn) {
    return turn.segment().follows()
        ? new Span(turn.span().start(), Span.earlier(turn.span().end(), window.end()))
        : turn.span();
  }

  private StepFunction<FollowedRole> above(List<String> roles) {
    return FollowedRole.of(roles.stream().flatMap(role -> tracks(role).stream()).toList());
  }
}
