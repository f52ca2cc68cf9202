package io.watchbill.rotation.swap;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.SwapState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A swap of shifts within a rotation.
 *
 * @param give what its author gives
 * @param take what its author gets for it
 */
record Swap(
    UUID id,
    String rotation,
    Side give,
    Side take,
    String reason,
    String author,
    Instant createdAt,
    SwapState state,
    List<UUID> overrides) {

  /** A stretch of somebody's shifts. */
  record Side(String person, String role, Span span) {}

  Swap with(SwapState next, List<UUID> made) {
    return new Swap(id, rotation, give, take, reason, author, createdAt, next, made);
  }

  static String stateName(SwapState state) {
    return switch (state) {
      case SwapState.Proposed proposed -> "proposed";
      case SwapState.Accepted accepted -> "accepted";
      case SwapState.Declined declined -> "declined";
      case SwapState.Withdrawn withdrawn -> "withdrawn";
    };
  }

  static Instant settledAt(SwapState state) {
    return switch (state) {
      case SwapState.Proposed proposed -> null;
      case SwapState.Accepted accepted -> accepted.at();
      case SwapState.Declined declined -> declined.at();
      case SwapState.Withdrawn withdrawn -> withdrawn.at();
    };
  }
}
