package io.watchbill.rotation.swap;

import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.SwapState;
import io.watchbill.rotation.override.HeldShift;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A swap of shifts within a rotation.
 *
 * @param give what its author gives
 * @param take what its author gets for it
 */
record Swap(
    UUID id,
    String rotation,
    HeldShift give,
    HeldShift take,
    Authorship authorship,
    SwapState state,
    List<UUID> overrides) {

  Swap with(SwapState next, List<UUID> made) {
    return new Swap(id, rotation, give, take, authorship, next, made);
  }

  static String stateName(SwapState state) {
    return switch (state) {
      case SwapState.Proposed proposed -> "proposed";
      case SwapState.Accepted accepted -> "accepted";
      case SwapState.Declined declined -> "declined";
      case SwapState.Withdrawn withdrawn -> "withdrawn";
    };
  }

  static @Nullable Instant settledAt(SwapState state) {
    return switch (state) {
      case SwapState.Proposed proposed -> null;
      case SwapState.Accepted accepted -> accepted.at();
      case SwapState.Declined declined -> declined.at();
      case SwapState.Withdrawn withdrawn -> withdrawn.at();
    };
  }
}
