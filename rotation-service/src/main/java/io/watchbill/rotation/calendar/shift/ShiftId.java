package io.watchbill.rotation.calendar.shift;

import java.util.List;

/**
 * The id of a shift: the same definition always gives the same ids.
 *
 * @param version the version in which the layer got its present form
 * @param turn the number of the turn, counted from the start of the layer
 * @param overrides the overrides that created this part of the turn; empty for the parts they left
 */
public record ShiftId(
    String rotation, String role, String layer, int version, long turn, List<String> overrides) {

  /** The layer name in the ids of people whom overrides added. */
  public static final String ADDED = "added";

  public ShiftId {
    overrides = List.copyOf(overrides);
  }

  /** Returns {@code rotation/role/layer/version/turn}, and the ids of the overrides. */
  @Override
  public String toString() {
    String turnId = String.join("/", rotation, role, layer, version + "", turn + "");
    return overrides.isEmpty() ? turnId : turnId + "/" + String.join("+", overrides);
  }
}
