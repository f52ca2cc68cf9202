package io.watchbill.rotation.history;

import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.rotation.RotationView;
import java.time.Instant;
import java.util.List;

/**
 * What the page of a schedule's versions shows.
 *
 * @param changes the newest first
 * @param next the number before which older ones are; 0 when there are none
 */
public record HistoryPage(RotationView rotation, List<Change> changes, int next) {

  /**
   * A version, and by what it differs from the one before.
   *
   * @param author the name of who made it
   * @param first whether there was none before
   * @param lines nothing when only the time differs at which it takes effect
   */
  @TemplateData
  public record Change(
      int number,
      String author,
      Instant madeAt,
      Instant since,
      State state,
      boolean first,
      List<DiffLine> lines) {}

  /** What a version is now. */
  public enum State {
    PLANNED,
    IN_FORCE,
    PAST;

    /** Returns whether it takes effect later. */
    public boolean isPlanned() {
      return this == PLANNED;
    }

    /** Returns whether it is in force. */
    public boolean isInForce() {
      return this == IN_FORCE;
    }
  }

  /**
   * A line of the definition.
   *
   * @param sign {@code +} when the version added it, {@code -} when it removed it
   */
  public record DiffLine(String sign, String text) {

    static DiffLine of(TextDiff.Line line) {
      return new DiffLine(
          switch (line.kind()) {
            case SAME, LEFT_OUT -> " ";
            case ADDED -> "+";
            case REMOVED -> "-";
          },
          line.text());
    }

    /** Returns whether the version added it. */
    public boolean isAdded() {
      return sign.equals("+");
    }

    /** Returns whether the version removed it. */
    public boolean isRemoved() {
      return sign.equals("-");
    }
  }
}
