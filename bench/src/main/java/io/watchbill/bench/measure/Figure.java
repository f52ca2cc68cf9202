package io.watchbill.bench.measure;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param id of the measure and the figure: {@code intake/single}
 * @param what what was measured
 * @param limit what it must reach, beside the peer's figure where there is one
 * @param measured what it reached
 * @param note what one has to know to read it; may be empty
 */
record Figure(
    String id, String what, String limit, String measured, Standing standing, String note) {

  /** How a figure stands to its limit. */
  enum Standing {
    MET("yes"),
    MISSED("**no**"),
    NOT_MEASURED("not measured"),
    /** The machine was too unsteady to say. */
    TOO_NOISY("**not decided**"),
    NO_LIMIT("");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * A figure that was measured.
   *
   * @param failed how many did not get the answer they should; any is a miss
   */
  static Figure of(
      String id, String what, Limit limit, double measured, String text, long failed, String note) {
    boolean met = failed == 0 && limit.holds(measured);
    String failures = failed == 0 ? "" : ", " + failed + " failed";
    return new Figure(
        id, what, limit.text(), text + failures, met ? Standing.MET : Standing.MISSED, note);
  }

  /** A figure beside which nothing is demanded. */
  static Figure plain(String id, String what, String measured, String note) {
    return new Figure(id, what, "", measured, Standing.NO_LIMIT, note);
  }

  static Figure notMeasured(String id, String what, Optional<Limit> limit, String why) {
    return new Figure(id, what, limit.map(Limit::text).orElse(""), "", Standing.NOT_MEASURED, why);
  }
}
