package io.watchbill.rotation.exchange;

import java.time.Instant;
import java.util.Set;

/** Whether somebody may take a request for cover, and why not. */
public sealed interface Taking {

  /** They take it. */
  record Takes(CoverState.Taken state) implements Taking {}

  /** They have it already. */
  record HasIt() implements Taking {}

  /** They do not. */
  record Refused(Refusal why, String detail) implements Taking {}

  /** Why a request cannot be taken. */
  enum Refusal {
    OWN,
    NOT_ASKED,
    TAKEN,
    WITHDRAWN,
    OVER
  }

  /**
   * Judges one taker at an instant.
   *
   * @param owner who asks for cover
   * @param end when the shift to be covered is over
   * @param team the members of the team
   */
  static Taking judge(
      String taker,
      String owner,
      Audience audience,
      Set<String> team,
      CoverState state,
      Instant end,
      Instant now) {
    if (taker.equals(owner)) {
      return new Refused(Refusal.OWN, "nobody covers for themselves");
    }
    return switch (state) {
      case CoverState.Taken taken ->
          taken.person().equals(taker)
              ? new HasIt()
              : new Refused(Refusal.TAKEN, taken.person() + " took it at " + taken.at());
      case CoverState.Withdrawn withdrawn ->
          new Refused(Refusal.WITHDRAWN, withdrawn.by() + " withdrew it at " + withdrawn.at());
      case CoverState.Open open -> {
        if (!end.isAfter(now)) {
          yield new Refused(Refusal.OVER, "the shift to be covered ended at " + end);
        }
        yield audience.asks(taker, team)
            ? new Takes(open.takenBy(taker, now))
            : new Refused(Refusal.NOT_ASKED, "'" + taker + "' is not asked");
      }
    };
  }
}
