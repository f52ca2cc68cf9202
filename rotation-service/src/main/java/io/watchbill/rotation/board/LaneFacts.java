package io.watchbill.rotation.board;

import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.shift.ShiftView;
import io.watchbill.rotation.shift.Shifts;
import io.watchbill.rotation.swap.SwapView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What lanes are made of.
 *
 * @param scheduled the shifts of the layers, without overrides
 * @param swaps those that nobody has answered yet
 */
record LaneFacts(Shifts scheduled, List<ShiftOverride> overrides, List<SwapView> swaps) {

  /** Returns the ids of all who are named. */
  Stream<String> people() {
    return Stream.of(
            scheduled.shifts().stream().map(ShiftView::people).flatMap(List::stream),
            overrides.stream()
                .flatMap(override -> Stream.of(override.person(), override.replaces()))
                .filter(Objects::nonNull),
            swaps.stream().flatMap(swap -> Stream.of(swap.give().person(), swap.take().person())))
        .flatMap(people -> people);
  }
}
