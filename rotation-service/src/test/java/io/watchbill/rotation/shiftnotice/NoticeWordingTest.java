package io.watchbill.rotation.shiftnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeWordingTest {
  private final NoticeWording wording =
      new NoticeWording(
          ZoneId.of("America/Los_Angeles"),
          Instant.parse("2026-10-01T00:00:00Z"),
          id -> Map.of("alice", "Alice Liddell").getOrDefault(id, id));

  private String times(String from, String to) {
    return wording.times(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void timesAreThoseOfTheRecipientsWallClock() {
    assertThat(times("2026-11-30T17:00:00Z", "2026-12-07T17:00:00Z"))
        .isEqualTo("Mon 30 Nov 09:00 to Mon 7 Dec 09:00 PST");
  }

  @Test
  void bothZonesAreNamedWhenTheClocksChangeBetween() {
    assertThat(times("2026-10-31T16:00:00Z", "2026-11-02T17:00:00Z"))
        .isEqualTo("Sat 31 Oct 09:00 PDT to Mon 2 Nov 09:00 PST");
  }

  @Test
  void anotherYearIsNamed() {
    assertThat(times("2026-12-28T17:00:00Z", "2027-01-04T17:00:00Z"))
        .isEqualTo("Mon 28 Dec 09:00 to Mon 4 Jan 2027 09:00 PST");
  }

  @Test
  void callersAreNamed() {
    assertThat(wording.caller("person:alice")).isEqualTo("Alice Liddell");
    assertThat(wording.caller("automation:deploy")).isEqualTo("the automation deploy");
  }
}
