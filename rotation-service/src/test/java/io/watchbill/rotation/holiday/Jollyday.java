package io.watchbill.rotation.holiday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.jaxb.JaxbConfigurationService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Jollyday as its makers ship it, with all its reflection: what the service must agree with. */
final class Jollyday {
  private static final Properties SETTINGS = settings();

  private Jollyday() {}

  /** Returns the holidays of a country, or of a region of it. */
  static SortedMap<LocalDate, String> days(
      String country, String region, int firstYear, int lastYear) {
    HolidayManager manager =
        HolidayManager.getInstance(ManagerParameters.create(country, SETTINGS));
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
