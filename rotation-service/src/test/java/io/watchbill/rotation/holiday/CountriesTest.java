package io.watchbill.rotation.holiday;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.Api.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The holidays of countries as the running service knows them, which may be an executable. */
@QuarkusTest
class CountriesTest {
  private static final int YEARS = 3;

  @ParameterizedTest(name = "{0} has {2} on {1}")
  @CsvSource({
    "de, 2026-04-03, Good Friday",
    "de, 2026-10-03, German Unity Day",
    "tr, 2026-04-23, National Sovereignty and Children's Day",
    "tr, 2026-05-27, Eid ul-Adha",
    "ma, 2026-03-20, Eid ul-Fitr",
    "ma, 2026-11-18, Independence Day",
  })
  void aCountryHasItsHolidays(String country, LocalDate day, String name) {
    String id = calendar(country);

    assertThat(days(id, day, day.plusDays(1)).get(day)).contains(name);
  }

  @Test
  void theHolidaysOfEveryCountryAreThoseOfJollyday() {
    assertThat(new HolidayLibrary().countries())
        .allSatisfy(
            country -> {
              String id = calendar(country);
              int year = changed(id).getYear();
              LocalDate first = LocalDate.of(year, 1, 1);
              LocalDate end = first.plusYears(YEARS);
              // A holiday of one year may be observed in another.
              assertThat(days(id, first, end))
                  .isEqualTo(
                      Jollyday.days(country, null, year - 1, year + YEARS).subMap(first, end));
            });
  }

  private static String calendar(String country) {
    String id = unique("cal");
    admin()
        .body(Map.of("name", "Holidays", "country", country))
        .put(path(id))
        .then()
        .statusCode(201);
    return id;
  }

  private static OffsetDateTime changed(String id) {
    return OffsetDateTime.parse(viewer().get(path(id)).then().extract().path("changedAt"));
  }

  private static SortedMap<LocalDate, String> days(String id, LocalDate from, LocalDate to) {
    List<Map<String, String>> items =
        viewer()
            .get(path(id) + "/days?from=" + from + "&to=" + to)
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    SortedMap<LocalDate, String> days = new TreeMap<>();
    items.forEach(item -> days.put(LocalDate.parse(item.get("day")), item.get("name")));
    return days;
  }

  private static String path(String id) {
    return "/v1/holiday-calendars/" + id;
  }
}
