package io.watchbill.rotation.board;

import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.rotation.RotationView;
import java.time.LocalDate;

/**
 * What the page of a schedule shows.
 *
 * @param weeks how many
 * @param today where the caller is
 * @param mayEdit whether the caller may change the schedule
 */
public record SchedulePage(
    RotationView rotation,
    ScheduleTable table,
    Lanes lanes,
    Range range,
    int weeks,
    LocalDate today,
    boolean mayEdit) {

  /** Returns the first day of the part before. */
  public LocalDate before() {
    return range.from().minusWeeks(weeks);
  }

  /** Returns the first day of the next part. */
  public LocalDate after() {
    return range.from().plusWeeks(weeks);
  }
}
