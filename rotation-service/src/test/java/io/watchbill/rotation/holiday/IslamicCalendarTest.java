package io.watchbill.rotation.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.Test;

class IslamicCalendarTest {

  @Test
  void everyMonthBeginsWhenTheJdkSays() {
    for (int year = IslamicCalendar.FIRST_YEAR; year <= IslamicCalendar.LAST_YEAR; year++) {
      for (int month = 1; month <= 12; month++) {
        assertThat(IslamicCalendar.date(year, month, 1))
            .isEqualTo(LocalDate.from(HijrahChronology.INSTANCE.date(year, month, 1)));
      }
    }
  }

  @Test
  void everyDayLiesInTheYearThatTheJdkSays() {
    LocalDate.of(1882, 11, 12)
        .datesUntil(LocalDate.of(2174, 11, 1))
        .forEach(
            date ->
                assertThat(IslamicCalendar.year(date))
                    .isEqualTo(HijrahChronology.INSTANCE.date(date).get(ChronoField.YEAR)));
  }
}
