package io.watchbill.rotation.holiday;

import io.watchbill.kit.database.Tx;
import java.util.List;

/** Who needs holiday calendars; whatever names them takes part as a bean. */
public interface HolidayUse {

  /** The paths of the things that name the calendar. */
  List<String> users(Tx tx, String calendar);

  /**
   * Changes the days of the calendar, in the transaction given, and tells whom it concerns.
   *
   * @param by who changes them
   */
  default void around(Tx tx, String calendar, String by, Runnable change) {
    change.run();
  }
}
