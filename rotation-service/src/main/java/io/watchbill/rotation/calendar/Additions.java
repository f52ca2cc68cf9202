package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those whom overrides put beside the watch, wherever the role exists and must not differ. */
final class Additions {
  private final String rotation;
  private final List<InForce> versions;
  private final Map<String, List<Addition>> byRole;

  Additions(Rotation rotation, List<InForce> versions) {
    this.rotation = rotation.id();
    this.versions = versions;
    this.byRole = rotation.additions().stream().collect(Collectors.groupingBy(Addition::role));
  }

  /**
   * One track for each who is added in the window.
   *
   * @param reach how far the roles above are looked at
   * @param tracksOf gives the tracks of a role above within a window
   */
  List<Track> tracks(
      String role, Span window, Instant reach, BiFunction<String, Span, List<Track>> tracksOf) {
    return byRole.getOrDefault(role, List.of()).stream()
        .filter(addition -> addition.span().overlaps(window))
        .map(
            addition ->
                track(
                    addition,
                    new Span(window.start(), Span.earlier(reach, addition.span().end())),
                    tracksOf))
        .toList();
  }

  /** The instants after this one at which somebody is added to the role. */
  Stream<Instant> startsAfter(String role, Instant instant) {
    return byRole.getOrDefault(role, List.of()).stream()
        .map(addition -> addition.span().start())
        .filter(start -> start.isAfter(instant));
  }

  private Track track(
      Addition addition, Span reach, BiFunction<String, Span, List<Track>> tracksOf) {
    List<Piece> pieces = new ArrayList<>();
    for (InForce inForce : versions) {
      if (inForce.version().role(addition.role()).isPresent()) {
        inForce
            .span()
            .within(addition.span())
            .flatMap(span -> span.within(new Span(Instant.MIN, reach.end())))
            .ifPresent(span -> add(addition, inForce.version(), span, reach, tracksOf, pieces));
      }
    }
    return new Track(pieces);
  }

  private void add(
      Addition addition,
      Version version,
      Span span,
      Span reach,
      BiFunction<String, Span, List<Track>> tracksOf,
      List<Piece> pieces) {
    List<Track> above =
        version.above(addition.role()).stream()
            .flatMap(role -> tracksOf.apply(role, reach).stream())
            .toList();
    NavigableSet<Instant> cuts = new TreeSet<>();
    above.forEach(track -> track.changesInside(span).forEach(cuts::add));
    cuts.add(span.end());
    Instant start = span.start();
    for (Instant end : cuts) {
      append(piece(addition, new Span(start, end), above), pieces);
      start = end;
    }
  }

  private Piece piece(Addition addition, Span part, List<Track> above) {
    boolean taken =
        above.stream()
            .flatMap(track -> track.at(part.start()).stream())
            .anyMatch(piece -> piece.people().contains(addition.person()));
    return new Piece(
        new ShiftId(rotation, addition.role(), ShiftId.ADDED, 0, 0, List.of(addition.id())),
        taken ? List.of() : List.of(addition.person()),
        part,
        new Reason.Added(addition),
        Set.of());
  }

  private static void append(Piece piece, List<Piece> pieces) {
    if (!pieces.isEmpty() && pieces.getLast().joined(piece).isPresent()) {
      pieces.add(pieces.removeLast().joined(piece).orElseThrow());
    } else {
      pieces.add(piece);
    }
  }
}
