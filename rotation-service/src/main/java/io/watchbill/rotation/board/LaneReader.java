package io.watchbill.rotation.board;

import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.override.OverrideService;
import io.watchbill.rotation.shift.Shifts;
import io.watchbill.rotation.swap.SwapService;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what the lanes of a schedule show. */
@ApplicationScoped
class LaneReader {
  private static final int MOST_OVERRIDES = 500;

  private final OverrideService overrides;
  private final SwapService swaps;

  LaneReader(OverrideService overrides, SwapService swaps) {
    this.overrides = overrides;
    this.swaps = swaps;
  }

  /**
   * Reads them.
   *
   * @param layers the shifts without overrides
   */
  LaneFacts read(String rotation, Span range, Shifts layers) {
    return new LaneFacts(
        layers, overrides.within(rotation, range, MOST_OVERRIDES), swaps.proposed(rotation, range));
  }
}
