package io.watchbill.rotation.hours;

import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts checked hours to those of the calendar. */
public final class HoursPlan {
  private HoursPlan() {}

  /**
   * Converts hours to working time.
   *
   * @param zone the owner's time zone, for hours that name none
   * @param holidays the days of at least the calendars that the hours name
   */
  public static WorkingWeek workingTime(
      HoursDefinition hours, ZoneId zone, Map<String, Holidays> holidays) {
    return new WorkingWeek(
        hours.timeZone() == null ? zone : ZoneId.of(hours.timeZone()),
        week(hours.windows()),
        holidays(hours.holidays(), holidays));
  }

  public static Week week(List<HoursWindow> windows) {
    return new Week(
        windows.stream().map(w -> new WeeklyWindow(time(w.from()), time(w.to()))).toList());
  }

  /** Returns the days of these calendars together; null names none. */
  public static Holidays holidays(@Nullable List<String> calendars, Map<String, Holidays> known) {
    if (calendars == null || calendars.isEmpty()) {
      return Holidays.NONE;
    }
    Set<LocalDate> days = new HashSet<>();
    calendars.forEach(id -> days.addAll(known.getOrDefault(id, Holidays.NONE).days()));
    return Holidays.of(days);
  }

  private static WeekTime time(String text) {
    return WeekTime.of(text).orElseThrow();
  }
}
