package io.watchbill.rotation.holiday;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.parser.HolidayParser;
import de.focus_shift.jollyday.core.parser.functions.CreateHoliday;
import de.focus_shift.jollyday.core.parser.functions.MoveDateRelative;
import de.focus_shift.jollyday.core.parser.predicates.ValidLimitation;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration.IslamicHolidayType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What Jollyday's own parser of Islamic holidays does, by {@link IslamicCalendar}. */
final class IslamicHolidays implements HolidayParser {

  @Override
  public List<Holiday> parse(Year year, HolidayConfigurations rules) {
    return rules.islamicHolidays().stream()
        .filter(new ValidLimitation(year))
        .flatMap(rule -> dates(year.getValue(), rule.type()).map(date -> holiday(rule, date)))
        .toList();
  }

  private static Holiday holiday(IslamicHolidayConfiguration rule, LocalDate date) {
    LocalDate observed = new MoveDateRelative(date).apply(rule).orElse(null);
    return new CreateHoliday(date, observed).apply(rule);
  }

  /** Returns the holiday's days in a Gregorian year, which may be two, or none. */
  private static Stream<LocalDate> dates(int year, IslamicHolidayType type) {
    return switch (type) {
      case NEWYEAR -> dates(year, 1, 1);
      case TASUA -> dates(year, 1, 9);
      case ASCHURA -> dates(year, 1, 10);
      case GRAND_MAGAL_OF_TOUBA -> dates(year, 2, 18);
      case ARBAEEN -> dates(year, 2, 20);
      case DEATH_OF_MUHAMMAD_AND_HASAN_MOJTABA -> dates(year, 2, 28);
      case DEATH_OF_IMAM_REZA -> dates(year, 2, 29);
      case QAUMEE_DHUVAS -> dates(year, 3, 1);
      case DEATH_OF_IMAM_HASAN_ASKARI -> dates(year, 3, 8);
      case MAWLID_AN_NABI -> dates(year, 3, 12);
      case BIRTH_OF_MUHAMMAD_AND_IMAM_SADIQ -> dates(year, 3, 17);
      case EMBRACING_OF_ISLAM_DAY -> dates(year, 4, 1);
      case DEATH_OF_FATIMA -> dates(year, 6, 3);
      case BIRTH_OF_IMAM_ALI -> dates(year, 7, 13);
      case LAILAT_AL_MIRAJ -> dates(year, 7, 27);
      case LAILAT_AL_BARAT -> dates(year, 8, 15);
      case RAMADAN -> dates(year, 9, 1);
      case DEATH_OF_IMAM_ALI -> dates(year, 9, 21);
      case LAILAT_AL_QADR -> dates(year, 9, 27);
      // The last day of a month is the one before the next; it has 29 days or 30.
      case RAMADAN_END -> dates(year, 10, 0);
      case JUMUATUL_WIDA ->
          dates(year, 10, 0).map(date -> date.with(previousOrSame(DayOfWeek.FRIDAY)));
      case ID_AL_FITR -> dates(year, 10, 1);
      case ID_AL_FITR_2 -> dates(year, 10, 2);
      case ID_AL_FITR_3 -> dates(year, 10, 3);
      case DEATH_OF_IMAM_SADIQ -> dates(year, 10, 25);
      case ARAFAAT -> dates(year, 12, 9);
      case ID_UL_ADHA -> dates(year, 12, 10);
      case ID_UL_ADHA_2 -> dates(year, 12, 11);
      case ID_UL_ADHA_3 -> dates(year, 12, 12);
      case ID_AL_GHADIR -> dates(year, 12, 18);
    };
  }

  private static Stream<LocalDate> dates(int year, int month, int day) {
    int first = IslamicCalendar.year(LocalDate.of(year, 1, 1));
    int last = IslamicCalendar.year(LocalDate.of(year, 12, 31).plusDays(1));
    return IntStream.rangeClosed(first, last)
        .mapToObj(islamic -> IslamicCalendar.date(islamic, month, day))
        .filter(date -> date.getYear() == year);
  }
}
