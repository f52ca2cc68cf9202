package io.watchbill.rotation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

  Dealer(Rotation rotation, Map<String, List<Segment>> segments) {
    this.rotation = rotation.id();
    this.segments = segments;
    this.replacements =
        rotation.replacements().stream().collect(Collectors.groupingBy(Replacement::role));
  }

  /** The pieces of the turns that overlap the window; those at its start may begin too late. */
  List<Track> tracks(String role, Span window) {
    return segments.getOrDefault(role, List.of()).stream()
        .filter(segment -> segment.span().overlaps(window))
        .map(segment -> track(segment, window))
        .toList();
  }

  private Track track(Segment segment, Span window) {
    List<Turn> turns = segment.turns(window);
    if (!segment.follows()) {
      return new Track(turns.stream().flatMap(t -> cut(t, t.span(), List.of())).toList());
    }
    Instant end =
        turns.stream().map(turn -> turn.span().end()).max(Instant::compareTo).orElse(window.end());
    Span reach = new Span(window.start(), Span.earlier(end, farthest(window)));
    List<Track> above =
        segment.above().stream().flatMap(role -> tracks(role, reach).stream()).toList();
    return new Track(
        turns.stream()
            .flatMap(
                turn ->
                    turn.span().within(new Span(Instant.MIN, reach.end())).stream()
                        .flatMap(span -> cut(turn, span, above)))
            .toList());
  }

  private static Instant farthest(Span window) {
    return window.end().equals(Instant.MAX) ? Instant.MAX : window.end().plus(REACH);
  }

  private Stream<Piece> cut(Turn turn, Span span, List<Track> above) {
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
    Choice choice = Choice.of(turn.candidates(), inForce, taken, relieved);
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
