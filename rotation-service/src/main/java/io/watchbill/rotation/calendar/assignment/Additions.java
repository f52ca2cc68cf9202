package io.watchbill.rotation.calendar.assignment;

import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.shift.ShiftReason;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the extra people of overrides to a role, where the role exists and they do not already hold
 * a role that it follows.
 */
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
   * Returns one track for each person added in the window.
   *
   * @param reach until when the followed roles are considered
   * @param tracksOf returns the tracks of a followed role until then
   */
  List<Track> tracks(
      String role, Span window, Instant reach, Function<String, List<Track>> tracksOf) {
    return byRole.getOrDefault(role, List.of()).stream()
        .filter(addition -> addition.span().overlaps(window))
        .map(addition -> track(addition, new Span(Instant.MIN, reach), tracksOf))
        .toList();
  }

  /** Returns when the people added to the role at the instant end. */
  Stream<Instant> endsAt(String role, Instant instant) {
    return byRole.getOrDefault(role, List.of()).stream()
        .map(Addition::span)
        .filter(span -> span.contains(instant))
        .map(Span::end);
  }

  private Track track(Addition addition, Span reach, Function<String, List<Track>> tracksOf) {
    List<SegmentPart> parts = new ArrayList<>();
    for (InForce inForce : versions) {
      if (inForce.version().role(addition.role()).isPresent()) {
        inForce
            .span()
            .within(addition.span())
            .flatMap(span -> span.within(reach))
            .ifPresent(span -> add(addition, inForce.version(), span, tracksOf, parts));
      }
    }
    return new Track(parts);
  }

  private void add(
      Addition addition,
      Version version,
      Span span,
      Function<String, List<Track>> tracksOf,
      List<SegmentPart> parts) {
    List<Track> above =
        version.above(addition.role()).stream()
            .flatMap(role -> tracksOf.apply(role).stream())
            .toList();
    NavigableSet<Instant> cuts = new TreeSet<>();
    above.forEach(track -> track.changesInside(span).forEach(cuts::add));
    cuts.add(span.end());
    Instant start = span.start();
    for (Instant end : cuts) {
      append(part(addition, new Span(start, end), above), parts);
      start = end;
    }
  }

  private SegmentPart part(Addition addition, Span span, List<Track> above) {
    boolean taken =
        above.stream()
            .flatMap(track -> track.at(span.start()).stream())
            .anyMatch(part -> part.people().contains(addition.person()));
    return new SegmentPart(
        new ShiftId(rotation, addition.role(), ShiftId.ADDED, 0, 0, List.of(addition.id())),
        taken ? List.of() : List.of(addition.person()),
        span,
        new ShiftReason.Added(addition),
        Set.of());
  }

  private static void append(SegmentPart part, List<SegmentPart> parts) {
    if (!parts.isEmpty() && parts.getLast().joined(part).isPresent()) {
      parts.add(parts.removeLast().joined(part).orElseThrow());
    } else {
      parts.add(part);
    }
  }
}
