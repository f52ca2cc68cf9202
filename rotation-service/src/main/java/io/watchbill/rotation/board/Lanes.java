package io.watchbill.rotation.board;

import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.board.ScheduleTable.Part;
import java.util.List;

/**
 * From what the final shifts of a schedule come, by days: its layers, each with its own shifts,
 * what was put over them, and what is proposed.
 *
 * @param layers those with a shift, in the order of their first
 */
public record Lanes(List<Lane> layers, Lane overrides, Lane swaps) {

  /**
   * One line of them.
   *
   * @param role of the layer; empty for overrides and swaps
   * @param cells by days
   */
  @TemplateData
  public record Lane(String role, String layer, List<List<Held>> cells) {

    /** Returns what a layer is called, with its role. */
    public String name() {
      return role + " · " + layer;
    }

    /** Returns whether there is nothing in any day. */
    public boolean isEmpty() {
      return cells.stream().allMatch(List::isEmpty);
    }
  }

  /**
   * Who has a shift, or would have it.
   *
   * @param who their names; empty for nobody
   * @param relieved the name of who is on call otherwise; empty for everybody who is
   */
  public record Held(Part part, String who, How how, String relieved) {}

  /** How they come to it. */
  public enum How {
    BY_LAYER,
    INSTEAD,
    BESIDE;

    /** Returns whether somebody else does not have it then. */
    public boolean isInstead() {
      return this == INSTEAD;
    }

    /** Returns whether they have it with others. */
    public boolean isBeside() {
      return this == BESIDE;
    }
  }
}
