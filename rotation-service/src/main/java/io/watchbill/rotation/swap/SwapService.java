package io.watchbill.rotation.swap;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.SwapState;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.override.ShiftTransfer;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Proposes, answers and withdraws swaps; an accepted swap takes effect at once. */
@ApplicationScoped
public class SwapService {
  private static final int MOST_SHOWN = 50;

  private final Database database;
  private final RotationRepository rotations;
  private final SwapRepository swaps;
  private final ShiftTransfer handover;
  private final SwapProposals proposals;
  private final SwapNotices notices;
  private final Acting acting;
  private final Caller caller;

  SwapService(
      Database database,
      RotationRepository rotations,
      SwapRepository swaps,
      ShiftTransfer handover,
      SwapProposals proposals,
      SwapNotices notices,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.swaps = swaps;
    this.handover = handover;
    this.proposals = proposals;
    this.notices = notices;
    this.acting = acting;
    this.caller = caller;
  }

  SwapView propose(Tx tx, String rotation, SwapBody body) {
    StoredRotation stored = rotations.lockPresent(tx, rotation);
    caller.require(Rights.RESPONDER, stored.team());
    Swap swap = proposals.checked(tx, stored, body);
    swaps.add(tx, swap);
    notices.asked(tx, stored, swap);
    return SwapView.of(swap);
  }

  /** Checks a swap and applies it as if the other person had accepted at once. */
  public void makeUnasked(Tx tx, String rotation, SwapBody body) {
    StoredRotation stored = rotations.lockPresent(tx, rotation);
    caller.require(Rights.RESPONDER, stored.team());
    Swap swap = proposals.checked(tx, stored, body);
    handover.make(tx, stored, SwapProposals.stretches(swap), caller.name());
  }

  SwapView accept(String rotation, UUID id, @Nullable String named) {
    return settled(
        rotation,
        id,
        (tx, swap) -> {
          StoredRotation stored = rotations.lockPresent(tx, rotation);
          checkActor(named, swap.take().person(), stored);
          return switch (swap.state()) {
            case SwapState.Accepted accepted -> swap;
            case SwapState.Declined declined -> throw over(swap);
            case SwapState.Withdrawn withdrawn -> throw over(swap);
            case SwapState.Proposed proposed -> accepted(tx, stored, swap, proposed);
          };
        });
  }

  private Swap accepted(Tx tx, StoredRotation rotation, Swap swap, SwapState.Proposed proposed) {
    if (swap.give().span().start().isBefore(tx.now())
        || swap.take().span().start().isBefore(tx.now())) {
      throw new Problem(
          RotationError.OVER, "One of the shifts has begun; past shifts cannot be swapped.");
    }
    List<UUID> made =
        handover.make(tx, rotation, SwapProposals.stretches(swap), caller.name()).stream()
            .map(ShiftOverride::id)
            .toList();
    notices.accepted(tx, rotation, swap);
    return swap.with(proposed.accepted(tx.now()), made);
  }

  SwapView decline(String rotation, UUID id, @Nullable String named) {
    return settled(
        rotation,
        id,
        (tx, swap) -> {
          checkActor(named, swap.take().person(), rotations.locked(tx, rotation));
          return switch (swap.state()) {
            case SwapState.Declined declined -> swap;
            case SwapState.Accepted accepted -> throw over(swap);
            case SwapState.Withdrawn withdrawn -> throw over(swap);
            case SwapState.Proposed proposed -> swap.with(proposed.declined(tx.now()), List.of());
          };
        });
  }

  SwapView withdraw(String rotation, UUID id) {
    return settled(
        rotation,
        id,
        (tx, swap) -> {
          StoredRotation stored = rotations.locked(tx, rotation);
          acting.of(swap.give().person(), "/person", stored.team());
          return switch (swap.state()) {
            case SwapState.Withdrawn withdrawn -> swap;
            case SwapState.Accepted accepted -> throw over(swap);
            case SwapState.Declined declined -> throw over(swap);
            case SwapState.Proposed proposed -> swap.with(proposed.withdrawn(tx.now()), List.of());
          };
        });
  }

  /** Changes a swap while nobody else does: its rotation is locked before it is read. */
  private SwapView settled(String rotation, UUID id, BiFunction<Tx, Swap, Swap> change) {
    return database.inTransaction(
        tx -> {
          rotations.locked(tx, rotation);
          Swap before = found(tx, rotation, id);
          Swap after = change.apply(tx, before);
          if (!after.equals(before)) {
            swaps.settle(tx, after);
          }
          return SwapView.of(after);
        });
  }

  /** Throws unless the caller is the other person, or a manager acting for them. */
  private void checkActor(@Nullable String named, String other, StoredRotation rotation) {
    if (named != null && !named.equals(other)) {
      throw Problem.invalid("/person", "it is for '" + other + "' to answer");
    }
    if (!acting.is(other)) {
      caller.require(Rights.MANAGER, rotation.team());
    }
  }

  private static Problem over(Swap swap) {
    return new Problem(
        RotationError.SETTLED,
        "The swap is "
            + Swap.stateName(swap.state())
            + " since "
            + Swap.settledAt(swap.state())
            + ".");
  }

  /** Returns the swaps proposed by or to the person that can still be accepted. */
  public List<SwapView> concerning(String person) {
    return database.read(
        tx -> swaps.concerning(tx, person, MOST_SHOWN).stream().map(SwapView::of).toList());
  }

  /** Returns the swaps of a rotation that can still be accepted and concern the range. */
  public List<SwapView> proposed(String rotation, Span range) {
    return database.read(
        tx -> swaps.proposed(tx, rotation, range, MOST_SHOWN).stream().map(SwapView::of).toList());
  }

  SwapView get(String rotation, UUID id) {
    return database.read(tx -> SwapView.of(found(tx, rotation, id)));
  }

  Slice<SwapView> list(String rotation, SliceRequest page) {
    UUID after = Uuid.after(page);
    return database.read(
        tx -> {
          if (rotations.find(tx, rotation).isEmpty()) {
            throw Problem.notFound("rotation", rotation);
          }
          return Slice.of(
                  swaps.list(tx, rotation, after, page.limitPlusOne()),
                  page,
                  swap -> swap.id().toString())
              .map(SwapView::of);
        });
  }

  private Swap found(Tx tx, String rotation, UUID id) {
    return swaps.find(tx, rotation, id).orElseThrow(() -> Problem.notFound("swap", id));
  }
}
