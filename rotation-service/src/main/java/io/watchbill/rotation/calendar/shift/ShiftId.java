package io.watchbill.rotation.calendar.shift;

import java.util.List;

/**
 * What a shift is called: the same definition always gives the same names.
 *
 * @param version the version in which the layer got its present form
 * @param turn the number of the turn, counted from the start of the layer
 * @param overrides the overrides that made this piece of the turn; empty for the pieces they left
 */
public record ShiftId(
    String rotation, String role, String layer, int version, long turn, List<String> overrides) {

  /** What stands for the layer of somebody whom an override added. */
  public static final String ADDED = "added";

  public ShiftId {
    overrides = List.copyOf(overrides);
  }

  /** {@code rotation/role/layer/version/turn}, and the overrides behind it. */
  @Override
  public String toString() {
    String turnId = String.join("/", rotation, role, layer, version + "", turn + "");
    return overrides.isEmpty() ? turnId : turnId + "/" + String.join("+", overrides);
  }
}
