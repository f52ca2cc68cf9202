package io.watchbill.rotation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deals the turns of a role and applies overrides and the rule that a follower must differ. */
final class Dealer {

  /** How far past the window the roles above are looked at, to tell when a turn ends. */
  private static final Duration REACH = Duration.ofDays(400);

  private final String rotation;
  private final Map<String, List<Segment>> segments;
  private final Map<String, List<Replacement>> replacements;
  private final Additions additions;

  Dealer(Rotation rotation, Map<String, List<Segment>> segments, List<InForce> versions) {
    this.rotation = rotation.id();
    this.segments = segments;
    this.replacements =
        rotation.replacements().stream().collect(Collectors.groupingBy(Replacement::role));
    this.additions = new Additions(rotation, versions);
  }

  /** The pieces of the turns that overlap the window; those at its start may begin too late. */
  List<Track> tracks(String role, Span window) {
    Map<List<String>, List<List<Turn>>> turnsByAbove =
        segments.getOrDefault(role, List.of()).stream()
            .filter(segment -> segment.span().overlaps(window))
            .collect(
                Collectors.groupingBy(
                    Segment::above,
                    LinkedHashMap::new,
                    Collectors.mapping(segment -> segment.turns(window), Collectors.toList())));
    List<Track> tracks = new ArrayList<>();
    turnsByAbove.forEach((above, turns) -> tracks.addAll(tracks(turns, above, window)));
    tracks.addAll(additions.tracks(role, window, farthest(window), this::tracks));
    return tracks;
  }

  /** The instants after this one at which somebody is put beside the role's watch. */
  Stream<Instant> additionsAfter(String role, Instant instant) {
    return additions.startsAfter(role, instant);
  }

  /** The tracks of segments that must differ from the same roles. */
  private List<Track> tracks(List<List<Turn>> segments, List<String> roles, Span window) {
    Span reach = new Span(Instant.MIN, roles.isEmpty() ? Instant.MAX : reach(segments, window));
    List<Track> above =
        roles.stream()
            .flatMap(role -> tracks(role, new Span(window.start(), reach.end())).stream())
            .toList();
    return segments.stream()
        .map(turns -> new Track(turns.stream().flatMap(t -> cut(t, reach, above)).toList()))
        .toList();
  }

  private static Instant reach(List<List<Turn>> segments, Span window) {
    Instant end =
        segments.stream()
            .flatMap(List::stream)
            .map(turn -> turn.span().end())
            .max(Instant::compareTo)
            .orElse(window.end());
    return Span.earlier(end, farthest(window));
  }

  private static Instant farthest(Span window) {
    return window.end().equals(Instant.MAX) ? Instant.MAX : window.end().plus(REACH);
  }

  private Stream<Piece> cut(Turn turn, Span reach, List<Track> above) {
    return turn.span().within(reach).stream().flatMap(span -> pieces(turn, span, above));
  }

  private Stream<Piece> pieces(Turn turn, Span span, List<Track> above) {
    List<Replacement> own =
        replacements.getOrDefault(turn.segment().role(), List.of()).stream()
            .filter(replacement -> replacement.span().overlaps(span))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    for (Span part : parts(span, own, above)) {
      Piece piece = piece(turn, part, own, above);
      if (pieces.isEmpty() || pieces.getLast().joined(piece).isEmpty()) {
        pieces.add(piece);
      } else {
        pieces.set(pieces.size() - 1, pieces.getLast().joined(piece).orElseThrow());
      }
    }
    return pieces.stream();
  }

  private static List<Span> parts(Span span, List<Replacement> own, List<Track> above) {
    NavigableSet<Instant> cuts = new TreeSet<>();
    cuts.add(span.start());
    for (Replacement replacement : own) {
      cuts.add(Span.later(span.start(), replacement.span().start()));
      cuts.add(Span.earlier(span.end(), replacement.span().end()));
    }
    above.forEach(track -> track.changesInside(span).forEach(cuts::add));
    cuts.add(span.end());
    List<Span> parts = new ArrayList<>();
    Instant start = cuts.pollFirst();
    for (Instant end : cuts) {
      parts.add(new Span(start, end));
      start = end;
    }
    return parts;
  }

  private Piece piece(Turn turn, Span part, List<Replacement> own, List<Track> above) {
    List<Piece> piecesAbove =
        above.stream().flatMap(track -> track.at(part.start()).stream()).toList();
    Set<String> taken = new HashSet<>();
    Set<String> relieved = new HashSet<>();
    piecesAbove.forEach(piece -> taken.addAll(piece.people()));
    piecesAbove.forEach(piece -> relieved.addAll(piece.relieved()));
    List<Replacement> inForce =
        own.stream().filter(replacement -> replacement.span().contains(part.start())).toList();
    Choice choice = Choice.of(turn, inForce, taken, relieved);
    return new Piece(
        turn.id(rotation, overrides(choice, piecesAbove)),
        choice.people(),
        part,
        reason(turn, choice),
        choice.relieved());
  }

  private static List<String> overrides(Choice choice, List<Piece> above) {
    Stream<String> own = choice.used().stream().map(Replacement::id);
    Stream<String> theirs =
        choice.moved()
            ? above.stream().flatMap(piece -> piece.id().overrides().stream())
            : Stream.of();
    return Stream.concat(own, theirs).distinct().toList();
  }

  private static Reason reason(Turn turn, Choice choice) {
    if (!choice.used().isEmpty()) {
      return new Reason.Overridden(choice.used());
    }
    return choice.moved() ? new Reason.Evading(turn.segment().above().getFirst()) : turn.reason();
  }
}
