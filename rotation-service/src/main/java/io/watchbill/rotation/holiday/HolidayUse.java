package io.watchbill.rotation.holiday;

import io.watchbill.kit.database.Tx;
import java.util.List;

/** Implemented by beans that use holiday calendars. */
public interface HolidayUse {

  /** Returns the paths of the resources that use the calendar. */
  List<String> users(Tx tx, String calendar);

  /**
   * Wraps a change of the calendar's days, in its transaction, and notifies the people concerned.
   *
   * @param by who changes them
   */
  default void around(Tx tx, String calendar, String by, Runnable change) {
    change.run();
  }
}
