package io.watchbill.rotation.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayLibraryTest {
  private final HolidayLibrary library = new HolidayLibrary();

  /** The library gives them in the order of a hash table, which differs from process to process. */
  @Test
  void holidaysOfOneDayAreNamedInAlphabeticalOrder() {
    List<String> names =
        library.countries().stream()
            .flatMap(country -> library.days(country, null, 2026, 2028).values().stream())
            .toList();

    assertThat(names)
        .contains("Eid ul-Adha day 2, Independence Day", "Eid ul-Fitr, Nowruz")
        .doesNotContain("Independence Day, Eid ul-Adha day 2", "Nowruz, Eid ul-Fitr");
  }

  @Test
  void theHolidaysOfEveryCountryAreAsInJollyday() {
    assertThat(library.countries())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            country ->
                assertThat(library.days(country, null, 1990, 2060))
                    .isEqualTo(Jollyday.days(country, null, 1990, 2060)));
  }

  @Test
  void theHolidaysOfEveryRegionAreAsInJollyday() {
    assertThat(library.countries())
        .allSatisfy(
            country ->
                assertThat(library.regions(country))
                    .allSatisfy(
                        region ->
                            assertThat(library.days(country, region, 2024, 2030))
                                .isEqualTo(Jollyday.days(country, region, 2024, 2030))));
  }
}
