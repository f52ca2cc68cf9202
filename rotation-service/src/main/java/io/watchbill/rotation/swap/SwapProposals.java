package io.watchbill.rotation.swap;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.SwapState;
import io.watchbill.rotation.input.Ahead;
import io.watchbill.rotation.override.HeldShift;
import io.watchbill.rotation.override.ShiftTransfer;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Checks proposed swaps. */
@ApplicationScoped
class SwapProposals {
  private final ShiftTransfer handover;
  private final KnownPeople people;
  private final Acting acting;
  private final Caller caller;

  SwapProposals(ShiftTransfer handover, KnownPeople people, Acting acting, Caller caller) {
    this.handover = handover;
    this.people = people;
    this.acting = acting;
    this.caller = caller;
  }

  /** Checks a swap that could be made now, and returns it. */
  Swap checked(Tx tx, StoredRotation rotation, SwapBody body) {
    Swap swap =
        new Swap(
            Ids.next(),
            rotation.id(),
            side(
                tx,
                "/give",
                body.give(),
                acting.of(body.give().person(), "/give/person", rotation.team())),
            side(tx, "/take", body.take(), other(tx, body)),
            new Authorship(caller.name(), tx.now(), body.reason()),
            new SwapState.Proposed(),
            List.of());
    if (swap.give().person().equals(swap.take().person())) {
      throw Problem.invalid("/take/person", "people cannot swap with themselves");
    }
    stretches(swap).forEach(stretch -> handover.reliefs(tx, rotation, stretch));
    return swap;
  }

  private String other(Tx tx, SwapBody body) {
    String person = body.take().person();
    if (person == null || !people.unknown(tx, Set.of(person)).isEmpty()) {
      throw Problem.invalid(
          "/take/person",
          person == null
              ? "the id of a person is required"
              : "there is no person '" + person + "'");
    }
    return person;
  }

  private static HeldShift side(Tx tx, String pointer, SwapBody.Side side, String person) {
    return new HeldShift(
        person, side.role(), Ahead.span(pointer, side.from(), side.to(), tx.now()));
  }

  static List<ShiftTransfer.Stretch> stretches(Swap swap) {
    return List.of(
        stretch("/give", swap.give(), swap.take().person(), swap.authorship().reason()),
        stretch("/take", swap.take(), swap.give().person(), swap.authorship().reason()));
  }

  private static ShiftTransfer.Stretch stretch(
      String pointer, HeldShift side, String taker, String reason) {
    return new ShiftTransfer.Stretch(
        pointer, side.role(), side.person(), taker, side.span(), reason);
  }
}
