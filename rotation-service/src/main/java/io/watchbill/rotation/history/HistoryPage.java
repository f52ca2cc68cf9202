package io.watchbill.rotation.history;

import io.quarkus.qute.TemplateData;
import io.watchbill.kit.text.TextDiff;
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
      List<TextDiff.Line> lines) {}

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
}
