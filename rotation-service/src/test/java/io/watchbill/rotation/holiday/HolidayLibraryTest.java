package io.watchbill.rotation.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayLibraryTest {

  /** The library gives them in the order of a hash table, which differs from process to process. */
  @Test
  void holidaysOfOneDayAreNamedInAlphabeticalOrder() {
    HolidayLibrary library = new HolidayLibrary();
    List<String> names =
        library.countries().stream()
            .flatMap(country -> library.days(country, null, 2026, 2028).values().stream())
            .toList();

    assertThat(names)
        .contains("Eid ul-Adha day 2, Independence Day", "Eid ul-Fitr, Nowruz")
        .doesNotContain("Independence Day, Eid ul-Adha day 2", "Nowruz, Eid ul-Fitr");
  }
}
