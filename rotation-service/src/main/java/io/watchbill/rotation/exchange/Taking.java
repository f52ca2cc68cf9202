package io.watchbill.rotation.exchange;

import java.time.Instant;
import java.util.Set;

/** Decides whether somebody may take a cover request, and why not. */
public sealed interface Taking {

  /** They take it. */
  record Takes(CoverState.Taken state) implements Taking {}

  /** They have taken it already. */
  record HasIt() implements Taking {}

  /** They may not. */
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
   * Decides for one person at an instant.
   *
   * @param owner who asks for cover
   * @param end when the shift is over
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
      return new Refused(Refusal.OWN, "people cannot cover for themselves");
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
          yield new Refused(Refusal.OVER, "the shift ended at " + end);
        }
        yield audience.asks(taker, team)
            ? new Takes(open.takenBy(taker, now))
            : new Refused(Refusal.NOT_ASKED, "'" + taker + "' is not asked");
      }
    };
  }
}
