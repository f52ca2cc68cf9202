package io.watchbill.rotation.board;

import io.watchbill.rotation.absence.AbsentPeople;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.holiday.HolidayDay;
import io.watchbill.rotation.holiday.HolidayService;
import io.watchbill.rotation.rotation.RotationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the holidays and absences of a schedule's days. */
@ApplicationScoped
class DayMarkReader {
  private final HolidayService holidays;
  private final AbsentPeople absent;
  private final Clock clock;

  DayMarkReader(HolidayService holidays, AbsentPeople absent, Clock clock) {
    this.holidays = holidays;
    this.absent = absent;
    this.clock = clock;
  }

  DayMarks read(RotationView rotation, Collection<String> people, Range range) {
    Map<LocalDate, List<String>> days = new HashMap<>();
    LocalDate end = range.from().plusDays(range.count());
    for (String calendar : rotation.holidayCalendars()) {
      for (HolidayDay holiday : holidays.days(calendar, range.from(), end)) {
        List<String> names = days.computeIfAbsent(holiday.day(), day -> new ArrayList<>());
        if (!names.contains(holiday.name())) {
          names.add(holiday.name());
        }
      }
    }
    Span span = new Span(range.start(), range.end());
    return new DayMarks(clock.instant(), days, absent.within(people, span));
  }
}
