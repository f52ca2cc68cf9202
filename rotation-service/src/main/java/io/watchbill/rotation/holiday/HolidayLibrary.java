package io.watchbill.rotation.holiday;

import static java.util.Objects.requireNonNull;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.parser.HolidayParser;
import de.focus_shift.jollyday.core.parser.impl.ChristianHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.EthiopianOrthodoxHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.FixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayBetweenFixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayInMonthParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayRelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToEasterSundayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToFixedParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToWeekdayInMonthParser;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Knows the holidays of countries and their regions, from Jollyday: its files and its parsers, but
 * nothing of it that works by reflection.
 */
@ApplicationScoped
@RegisterResourceBundle(bundleName = "descriptions.holiday_descriptions")
class HolidayLibrary {
  private static final String JAPAN = "jp";

  private static final List<HolidayParser> PARSERS =
      List.of(
          new FixedParser(),
          new FixedWeekdayInMonthParser(),
          new FixedWeekdayBetweenFixedParser(),
          new FixedWeekdayRelativeToFixedParser(),
          new RelativeToFixedParser(),
          new RelativeToWeekdayInMonthParser(),
          new RelativeToEasterSundayParser(),
          new ChristianHolidayParser(),
          new EthiopianOrthodoxHolidayParser(),
          new IslamicHolidays());

  /**
   * The files of all countries. They are read when the first holiday is asked for; of a native
   * executable, when it is built: it has neither the files nor a parser of XML.
   */
  private static final class Files {
    static final Map<String, XmlElement> BY_COUNTRY = all();

    private static Map<String, XmlElement> all() {
      Map<XmlElement, XmlElement> known = new HashMap<>();
      return HolidayCalendar.getSupportedCalendarCodes().stream()
          .map(HolidayLibrary::lower)
          .collect(Collectors.toUnmodifiableMap(code -> code, code -> read(code, known)));
    }

    private static XmlElement read(String country, Map<XmlElement, XmlElement> known) {
      String name = "/holidays/Holidays_" + country + ".xml";
      try (InputStream file = HolidayCalendar.class.getResourceAsStream(name)) {
        return XmlElement.read(requireNonNull(file, name), known);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (XMLStreamException e) {
        throw new IllegalStateException(name, e);
      }
    }
  }

  /** Returns the codes of the known countries. */
  TreeSet<String> countries() {
    return new TreeSet<>(Files.BY_COUNTRY.keySet());
  }

  /** Returns the codes of the regions of a known country. */
  TreeSet<String> regions(String country) {
    return regionsOf(country)
        .map(region -> lower(region.required("hierarchy")))
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
    List<HolidayRules> rules =
        Stream.concat(
                Stream.of(file(country)),
                regionsOf(country).filter(r -> r.required("hierarchy").equalsIgnoreCase(region)))
            .map(configuration -> new HolidayRules(configuration.one("Holidays")))
            .toList();
    SortedMap<LocalDate, SortedSet<String>> names = new TreeMap<>();
    for (int year = firstYear; year <= lastYear; year++) {
      for (Holiday holiday : holidays(country, rules, Year.of(year))) {
        names
            .computeIfAbsent(holiday.getDate(), date -> new TreeSet<>())
            .add(holiday.getDescription(Locale.ROOT));
      }
    }
    SortedMap<LocalDate, String> days = new TreeMap<>();
    names.forEach((date, all) -> days.put(date, String.join(", ", all)));
    return days;
  }

  private static Set<Holiday> holidays(String country, List<HolidayRules> rules, Year year) {
    Set<Holiday> holidays =
        rules.stream()
            .flatMap(of -> PARSERS.stream().flatMap(parser -> parser.parse(year, of).stream()))
            .collect(Collectors.toCollection(HashSet::new));
    if (country.equals(JAPAN)) {
      holidays.addAll(bridges(holidays));
    }
    return holidays;
  }

  /** In Japan a day between two holidays is one. */
  private static List<Holiday> bridges(Set<Holiday> holidays) {
    Set<LocalDate> dates = holidays.stream().map(Holiday::getDate).collect(Collectors.toSet());
    return dates.stream()
        .filter(date -> dates.contains(date.plusDays(2)) && !dates.contains(date.plusDays(1)))
        .map(date -> new Holiday(date.plusDays(1), "BRIDGING_HOLIDAY", HolidayType.PUBLIC_HOLIDAY))
        .toList();
  }

  private static XmlElement file(String country) {
    return requireNonNull(Files.BY_COUNTRY.get(country), country);
  }

  private static Stream<XmlElement> regionsOf(String country) {
    return file(country).all("SubConfigurations");
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
