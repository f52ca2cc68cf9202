package io.watchbill.rotation.cover;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.override.ShiftTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A cover request.
 *
 * @param person who is on call and asks
 * @param urgent whether candidates are asked one after the other
 * @param askedInTurn the candidates asked so far
 * @param absence the absence that opened it
 * @param overrides the overrides created when it was taken
 */
record CoverRequest(
    UUID id,
    String rotation,
    String role,
    String person,
    Audience audience,
    boolean urgent,
    List<String> askedInTurn,
    Span span,
    String reason,
    String author,
    Instant createdAt,
    Optional<UUID> absence,
    CoverState state,
    List<UUID> overrides) {

  /** Returns the request for what is left of its shift at an instant before its end. */
  CoverRequest notBefore(Instant now) {
    Instant start = span.start().isAfter(now) ? span.start() : now;
    return new CoverRequest(
        id,
        rotation,
        role,
        person,
        audience,
        urgent,
        askedInTurn,
        new Span(start, span.end()),
        reason,
        author,
        createdAt,
        absence,
        state,
        overrides);
  }

  CoverRequest with(CoverState next, List<UUID> made) {
    return new CoverRequest(
        id,
        rotation,
        role,
        person,
        audience,
        urgent,
        askedInTurn,
        span,
        reason,
        author,
        createdAt,
        absence,
        next,
        made);
  }

  /** Returns the shift that somebody would take. */
  ShiftTransfer.Stretch stretch(String taker) {
    return new ShiftTransfer.Stretch("", role, person, taker, span, reason);
  }

  static Audience audience(String who, String person) {
    return switch (who) {
      case "person" -> {
        if (person == null) {
          throw Problem.invalid("/ask/person", "the id of a person is required");
        }
        yield new Audience.OnePerson(person);
      }
      case "team" -> new Audience.Team();
      case "anyone" -> new Audience.Anyone();
      default -> throw Problem.invalid("/ask/who", "who must be 'person', 'team' or 'anyone'");
    };
  }

  /** Returns the name in the database and in JSON. */
  static String who(Audience audience) {
    return switch (audience) {
      case Audience.OnePerson person -> "person";
      case Audience.Team team -> "team";
      case Audience.Anyone anyone -> "anyone";
    };
  }

  static String stateName(CoverState state) {
    return switch (state) {
      case CoverState.Open open -> "open";
      case CoverState.Taken taken -> "taken";
      case CoverState.Withdrawn withdrawn -> "withdrawn";
    };
  }
}
