package io.watchbill.rotation.board;

import io.watchbill.rotation.board.Lanes.Held;
import io.watchbill.rotation.board.Lanes.How;
import io.watchbill.rotation.board.Lanes.Lane;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.board.ScheduleTable.Stretch;
import io.watchbill.rotation.override.OverrideKind;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.shift.ShiftView;
import io.watchbill.rotation.swap.SwapView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts layers, overrides and swaps into lanes.
 *
 * @param names of people by their ids
 */
record LaneMaker(Map<String, String> names, Range range, Instant now) {

  Lanes lanes(LaneFacts facts) {
    return new Lanes(
        layers(facts.scheduled().shifts()), made(facts.overrides()), proposed(facts.swaps()));
  }

  private List<Lane> layers(List<ShiftView> shifts) {
    Map<List<String>, Lane> lanes = new LinkedHashMap<>();
    for (ShiftView shift : shifts) {
      Lane lane =
          lanes.computeIfAbsent(
              List.of(shift.role(), shift.layer()),
              key -> new Lane(shift.role(), shift.layer(), range.empty()));
      String who = shift.people().stream().map(this::name).collect(Collectors.joining(", "));
      fill(
          lane,
          new Stretch(shift.role(), shift.start(), shift.end(), shift.reason()),
          who,
          How.BY_LAYER,
          "");
    }
    return List.copyOf(lanes.values());
  }

  private Lane made(List<ShiftOverride> overrides) {
    Lane lane = new Lane("", "", range.empty());
    for (ShiftOverride override : overrides) {
      fill(
          lane,
          new Stretch(override.role(), override.from(), override.to(), override.reason()),
          name(override.person()),
          override.kind() == OverrideKind.ADD ? How.BESIDE : How.INSTEAD,
          name(override.replaces()));
    }
    return lane;
  }

  private Lane proposed(List<SwapView> swaps) {
    Lane lane = new Lane("", "", range.empty());
    for (SwapView swap : swaps) {
      swapped(lane, swap.give(), swap.take(), swap.reason());
      swapped(lane, swap.take(), swap.give(), swap.reason());
    }
    return lane;
  }

  private void swapped(Lane lane, SwapView.Side side, SwapView.Side other, String reason) {
    fill(
        lane,
        new Stretch(side.role(), side.from(), side.to(), reason),
        name(other.person()),
        How.INSTEAD,
        name(side.person()));
  }

  private void fill(Lane lane, Stretch stretch, String who, How how, String relieved) {
    range.fill(lane.cells(), stretch, now, part -> new Held(part, who, how, relieved));
  }

  private String name(@Nullable String person) {
    return person == null ? "" : Objects.requireNonNull(names.getOrDefault(person, person));
  }
}
