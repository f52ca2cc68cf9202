package io.watchbill.rotation.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import de.focus_shift.jollyday.core.impl.JapaneseBridgingHolidayManager;
import de.focus_shift.jollyday.core.parser.impl.ChristianHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.EthiopianOrthodoxHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.FixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayBetweenFixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayInMonthParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayRelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.IslamicHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToEasterSundayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToWeekdayInMonthParser;
import de.focus_shift.jollyday.jaxb.JaxbConfigurationService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the holidays of countries and their regions, from Jollyday. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      DefaultHolidayManager.class,
      JapaneseBridgingHolidayManager.class,
      JaxbConfigurationService.class,
      ChristianHolidayParser.class,
      EthiopianOrthodoxHolidayParser.class,
      FixedParser.class,
      FixedWeekdayBetweenFixedParser.class,
      FixedWeekdayInMonthParser.class,
      FixedWeekdayRelativeToFixedParser.class,
      IslamicHolidayParser.class,
      RelativeToEasterSundayParser.class,
      RelativeToFixedParser.class,
      RelativeToWeekdayInMonthParser.class
    })
@RegisterResourceBundle(bundleName = "descriptions.holiday_descriptions")
class HolidayLibrary {
  private static final Properties SETTINGS = settings();

  /** Returns the codes of the known countries. */
  TreeSet<String> countries() {
    return lower(HolidayManager.getSupportedCalendarCodes());
  }

  /** Returns the codes of the regions of a known country. */
  TreeSet<String> regions(String country) {
    return lower(hierarchy(country).getChildren().keySet());
  }

  private static TreeSet<String> lower(Collection<String> codes) {
    return codes.stream()
        .map(code -> code.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the holidays of a known country, or of a region of it. Names of the same day are in
   * alphabetical order, so that every process gives the same answer.
   *
   * @param region null for the holidays of all of the country
   */
  SortedMap<LocalDate, String> days(
      String country, @Nullable String region, int firstYear, int lastYear) {
    HolidayManager manager = manager(country);
    String[] parts = Stream.ofNullable(region).toArray(String[]::new);
    SortedMap<LocalDate, SortedSet<String>> names = new TreeMap<>();
    for (int year = firstYear; year <= lastYear; year++) {
      for (Holiday holiday : manager.getHolidays(Year.of(year), parts)) {
        names
            .computeIfAbsent(holiday.getDate(), date -> new TreeSet<>())
            .add(holiday.getDescription(Locale.ROOT));
      }
    }
    SortedMap<LocalDate, String> days = new TreeMap<>();
    names.forEach((date, all) -> days.put(date, String.join(", ", all)));
    return days;
  }

  private static CalendarHierarchy hierarchy(String country) {
    return manager(country).getCalendarHierarchy();
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country, SETTINGS));
  }

  /**
   * Returns the library's own settings, which it searches in jars only: a native executable has
   * none.
   */
  private static Properties settings() {
    Properties settings = new Properties();
    try (InputStream file = HolidayManager.class.getResourceAsStream("/jollyday.properties")) {
      settings.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.setProperty("configuration.service.impl", JaxbConfigurationService.class.getName());
    return settings;
  }
}
