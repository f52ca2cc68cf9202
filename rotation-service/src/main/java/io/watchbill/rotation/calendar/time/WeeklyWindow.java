package io.watchbill.rotation.calendar.time;

/**
 * A part of every week on a wall clock: {@code from} belongs to it, {@code to} does not. Where
 * {@code to} is not later in the week than {@code from}, it ends in the next week.
 */
public record WeeklyWindow(WeekTime from, WeekTime to) {

  /**
   * @throws IllegalArgumentException when it is empty
   */
  public WeeklyWindow {
    if (from.compareTo(to) == 0) {
      throw new IllegalArgumentException(
          "a window must end after it starts: " + from + " to " + to);
    }
  }

  /** Returns whether the two windows share a minute of the week. */
  public boolean overlaps(WeeklyWindow other) {
    return holds(other.from) || other.holds(from);
  }

  /** Returns the minutes from Monday 00:00 to the start. */
  int start() {
    return from.minute();
  }

  /**
   * Returns the minutes from the same Monday 00:00 to the end; more than a week when it ends in the
   * next one.
   */
  int end() {
    return to.minute() > from.minute() ? to.minute() : to.minute() + WeekTime.MINUTES;
  }

  private boolean holds(WeekTime time) {
    int minute = time.minute() < start() ? time.minute() + WeekTime.MINUTES : time.minute();
    return minute < end();
  }
}
