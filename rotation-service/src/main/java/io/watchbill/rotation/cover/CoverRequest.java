package io.watchbill.rotation.cover;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.override.HeldShift;
import io.watchbill.rotation.override.ShiftTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cover request.
 *
 * @param shift of the person who asks
 * @param absence the absence that opened it
 * @param overrides the overrides created when it was taken
 */
record CoverRequest(
    UUID id,
    String rotation,
    HeldShift shift,
    Ask ask,
    Authorship authorship,
    Optional<UUID> absence,
    CoverState state,
    List<UUID> overrides) {

  /**
   * Whom it asks.
   *
   * @param urgent whether candidates are asked one after the other
   * @param inTurn the candidates asked so far
   */
  record Ask(Audience audience, boolean urgent, List<String> inTurn) {}

  /** Returns the request for what is left of its shift at an instant before its end. */
  CoverRequest notBefore(Instant now) {
    Span rest = new Span(Span.later(shift.span().start(), now), shift.span().end());
    return new CoverRequest(
        id,
        rotation,
        new HeldShift(shift.person(), shift.role(), rest),
        ask,
        authorship,
        absence,
        state,
        overrides);
  }

  CoverRequest with(CoverState next, List<UUID> made) {
    return new CoverRequest(id, rotation, shift, ask, authorship, absence, next, made);
  }

  /** Returns the shift that somebody would take. */
  ShiftTransfer.Stretch stretch(String taker) {
    return new ShiftTransfer.Stretch(
        "", shift.role(), shift.person(), taker, shift.span(), authorship.reason());
  }

  static Audience audience(String who, @Nullable String person) {
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
