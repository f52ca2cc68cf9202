package io.watchbill.rotation.calendar.turn;

import static java.util.Objects.requireNonNull;

import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calculates how the versions of a rotation follow each other: which layer is at work when, and how
 * far its turns are shifted so that each version continues after the people on call.
 *
 * <p>A layer that a version does not change continues as it is. A changed layer whose start lies
 * ahead takes over at its start; until then the one before continues, if it had begun, and so do
 * the roles that follow it. A person who begins or stops taking turns changes a layer in the same
 * way.
 */
public final class Succession {

  private record Place(String role, String layer) {}

  /** A definition, and the version that introduced it. */
  private record Origin(Object form, int version) {}

  private final List<Segment> past = new ArrayList<>();
  private final Map<Place, Origin> origins = new HashMap<>();
  private Map<Place, List<Segment>> running = new LinkedHashMap<>();

  /** Returns all segments of all roles, in the order of time for each role and layer. */
  public static List<Segment> of(List<InForce> versions) {
    Succession succession = new Succession();
    for (InForce inForce : versions) {
      succession.begin(inForce.version(), inForce.span().start());
      inForce
          .version()
          .changes(inForce.span())
          .forEach(instant -> succession.begin(inForce.version(), instant));
    }
    return Stream.concat(
            succession.past.stream(), succession.running.values().stream().flatMap(List::stream))
        .toList();
  }

  private void begin(Version version, Instant from) {
    Map<Place, List<Segment>> next = new LinkedHashMap<>();
    version.roles().forEach(role -> enter(role, version, from, next));
    running.forEach(
        (place, segments) -> {
          if (!next.containsKey(place)) {
            end(segments, from);
          }
        });
    running = next;
  }

  private void enter(Role role, Version version, Instant from, Map<Place, List<Segment>> next) {
    switch (role) {
      case Role.Layered layered ->
          layered
              .layers()
              .forEach(
                  layer ->
                      next.computeIfAbsent(
                          new Place(role.name(), layer.name()),
                          place -> layered(place, layer, version, from)));
      case Role.Following following -> {
        version.role(following.role()).ifPresent(role2 -> enter(role2, version, from, next));
        List<Place> followed =
            next.keySet().stream().filter(p -> p.role().equals(following.role())).toList();
        followed.forEach(
            place ->
                next.computeIfAbsent(
                    new Place(role.name(), place.layer()),
                    own ->
                        following(own, following, requireNonNull(next.get(place)), version, from)));
      }
    }
  }

  private List<Segment> layered(Place place, Layer layer, Version version, Instant from) {
    List<Segment> before = running.getOrDefault(place, List.of());
    List<List<String>> turns = version.turns(layer, from);
    int number = origin(place, layer, version);
    if (!before.isEmpty()
        && before.getLast().layer().equals(layer)
        && before.getLast().list().turns().equals(turns)
        && !before.getLast().follows()) {
      return before;
    }
    Instant start = Span.later(layer.grid().start(), from);
    if (turns.isEmpty() || !start.isBefore(layer.end())) {
      end(before, from);
      return List.of();
    }
    Continuation continuation =
        layer.grid().start().isBefore(from)
            ? underWay(before, from)
                .map(segment -> Continuation.of(segment, layer, turns, from, version))
                .orElse(Continuation.FRESH)
            : Continuation.FRESH;
    Segment segment =
        new Segment(
            place.role(),
            number,
            layer,
            new TurnList(turns, continuation.shift()),
            new Span(start, layer.end()),
            Followed.NONE,
            continuation.finishing());
    return succeed(before, segment, from);
  }

  /** Returns the version that gave this place its present form. */
  private int origin(Place place, Object form, Version version) {
    return origins
        .compute(
            place,
            (p, before) ->
                before != null && before.form().equals(form)
                    ? before
                    : new Origin(form, version.number()))
        .version();
  }

  private List<Segment> following(
      Place place, Role.Following role, List<Segment> followed, Version version, Instant from) {
    List<Segment> before = running.getOrDefault(place, List.of());
    List<Segment> kept = new ArrayList<>();
    List<Segment> result = new ArrayList<>();
    for (Segment lead : followed) {
      if (!lead.span().end().isAfter(from)) {
        continue;
      }
      boolean goingOn = !lead.equals(followed.getLast());
      int number =
          goingOn
              ? lead.version()
              : origin(place, List.of(role, lead.layer(), lead.followed().roles()), version);
      Segment segment = follower(role, lead, number, from);
      Optional<Segment> same =
          goingOn
              ? underWay(before, from)
              : before.stream().filter(segment::assignsLike).findFirst();
      same.ifPresent(kept::add);
      result.add(
          same.map(s -> s.until(lead.span().end()))
              .orElseGet(() -> finishing(before, segment, from, version)));
    }
    end(before.stream().filter(segment -> !kept.contains(segment)).toList(), from);
    return result;
  }

  private static Segment follower(Role.Following role, Segment lead, int version, Instant from) {
    return new Segment(
        role.name(),
        version,
        lead.layer(),
        lead.list().later(role.offset()),
        new Span(Span.later(lead.span().start(), from), lead.span().end()),
        Followed.of(role.role(), role.offset(), lead.followed()),
        List.of());
  }

  /** Leaves the current turn with the people who have it, and with their stand-ins. */
  private static Segment finishing(
      List<Segment> before, Segment segment, Instant from, Version version) {
    boolean goesOn =
        segment.span().start().equals(from)
            && segment.layer().grid().start().isBefore(from)
            && !segment.layer().isStanding();
    if (!goesOn) {
      return segment;
    }
    List<List<String>> scheduled = segment.candidates(segment.turnAt(from));
    return underWay(before, from)
        .filter(segmentBefore -> !Continuation.handsOver(segmentBefore, segment.layer(), from))
        .map(segmentBefore -> segmentBefore.candidates(segmentBefore.turnAt(from)))
        .map(candidates -> present(candidates, segment.layer(), from, version))
        .filter(candidates -> !candidates.isEmpty() && !candidates.equals(scheduled))
        .map(segment::finishedBy)
        .orElse(segment);
  }

  private static List<List<String>> present(
      List<List<String>> candidates, Layer layer, Instant from, Version version) {
    return candidates.stream()
        .map(people -> version.present(people, layer, from))
        .filter(people -> !people.isEmpty())
        .toList();
  }

  private List<Segment> succeed(List<Segment> before, Segment segment, Instant from) {
    Optional<Segment> goingOn =
        segment.span().start().isAfter(from) ? underWay(before, from) : Optional.empty();
    end(before.stream().filter(s -> !goingOn.equals(Optional.of(s))).toList(), from);
    return Stream.concat(
            goingOn
                .map(s -> s.until(Span.earlier(s.layer().end(), segment.span().start())))
                .stream(),
            Stream.of(segment))
        .toList();
  }

  /**
   * Returns the segment that was at work just before the instant and would continue, or give way to
   * the one replaced now. A segment that would begin at the instant has not begun.
   */
  private static Optional<Segment> underWay(List<Segment> segments, Instant instant) {
    return segments.stream()
        .filter(s -> s.span().start().isBefore(instant) && !s.span().end().isBefore(instant))
        .filter(s -> instant.isBefore(s.layer().end()))
        .findFirst();
  }

  private void end(List<Segment> segments, Instant at) {
    segments.stream()
        .filter(segment -> segment.span().start().isBefore(at))
        .map(segment -> segment.until(Span.earlier(segment.span().end(), at)))
        .forEach(past::add);
  }
}
