package io.watchbill.rotation.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports, refusals and limits, which {@link ReferenceTest} does not cover. */
class CalendarFileTest {
  private static final Span YEAR =
      new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
  private static final ZoneId ROTATION = ZoneId.of("America/New_York");
  private static final String BERLIN =
      "DTSTART;TZID=Europe/Berlin:20260105T090000\nDURATION:PT1H\n";

  private static CalendarFile read(String... events) {
    return CalendarFile.read(file("", events), ROTATION, YEAR, 2_000);
  }

  private static String file(String head, String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\n" + head);
    for (int i = 0; i < events.length; i++) {
      String uid = events[i].contains("UID:") ? "" : "UID:" + i + "\n";
      text.append("BEGIN:VEVENT\nSUMMARY:shift\n").append(uid).append(events[i]);
      text.append("\nEND:VEVENT\n");
    }
    return text + "END:VCALENDAR\n";
  }

  private static List<String> starts(CalendarFile file) {
    return file.happenings().stream().map(h -> h.span().start().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;TZID=Middle Earth:20260105T090000 | the time zone 'Middle Earth' is unknown",
        "DTSTART;TZID=\"+02:00\":20260105T090000 | the time zone '+02:00' is unknown",
        "DTSTART:20260230T090000 | is not a time",
        "DTSTART:tomorrow | is not a date",
        "DTSTART;VALUE=DATE:20260105T090000 | is not a date",
        "X-NONE:1 | it has no DTSTART",
      })
  void aStartThatIsNotUnderstoodIsReported(String start, String why) {
    CalendarFile file = read(start + "\nDURATION:PT1H", BERLIN);

    assertThat(file.notUnderstood())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.summary()).isEqualTo("shift");
              assertThat(e.why()).contains(why);
            });
    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=FORTNIGHTLY", "RRULE:FREQ=DAILY;BYDAY=XX", "RRULE:INTERVAL=2",
        "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=DAILY;COUNT=-1", "RRULE:FREQ=DAILY;UNTIL=never",
        "RRULE:FREQ=WEEKLY;BYDAY=2MO", "RRULE:FREQ=MONTHLY;BYWEEKNO=3",
            "RRULE:FREQ=DAILY;BYEASTER=1",
        "RRULE:RSCALE=CHINESE;FREQ=YEARLY", "RRULE:FREQ=DAILY;BYHOUR=24",
            "RRULE:FREQ=DAILY;FREQ=DAILY",
        "RRULE:FREQ=DAILY;BYSETPOS=1", "EXRULE:FREQ=DAILY", "RDATE:20260199T000000",
        "EXDATE;TZID=Nowhere:20260105T090000", "RRULE:",
            "RRULE:FREQ=DAILY;COUNT=99999999999999999999",
      })
  void aRecurrenceThatIsNotUnderstoodIsReportedWhole(String recurrence) {
    CalendarFile file = read(BERLIN + recurrence);

    assertThat(file.happenings()).isEmpty();
    assertThat(file.notUnderstood()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DURATION:PT0S",
        "DURATION:-PT1H",
        "DTEND:20260105T080000Z",
        "DURATION:1h",
        "DTEND;VALUE=DATE:20260106"
      })
  void eventsWithoutLengthAreReported(String end) {
    CalendarFile file = read("DTSTART:20260105T090000Z\n" + end);

    assertThat(file.happenings()).isEmpty();
    assertThat(file.notUnderstood()).hasSize(1);
  }

  @Test
  void floatingTimesOfACalendarWhoseZoneIsUnknownAreReported() {
    String text =
        file("X-WR-TIMEZONE:Middle Earth\n", "DTSTART:20260105T090000\nDURATION:PT1H", BERLIN);

    CalendarFile file = CalendarFile.read(text, ROTATION, YEAR, 10);

    assertThat(file.notUnderstood()).hasSize(1);
    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z");
  }

  @Test
  void cancelledOccurrencesDoNotComeBack() {
    String uid = "UID:series\n";
    CalendarFile file =
        read(
            uid + BERLIN + "RRULE:FREQ=WEEKLY;COUNT=3",
            uid
                + BERLIN.replace("0105", "0112")
                + "RECURRENCE-ID:20260112T080000Z\nSTATUS:CANCELLED");

    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z", "2026-01-19T08:00:00Z");
    assertThat(file.ignored()).isEqualTo(1);
  }

  @Test
  void theNewestRevisionOfAnOccurrenceWins() {
    String uid = "UID:series\n";
    String moved = uid + "RECURRENCE-ID:20260112T080000Z\nDURATION:PT1H\n";
    CalendarFile file =
        read(
            uid + BERLIN + "RRULE:FREQ=WEEKLY;COUNT=2",
            moved + "SEQUENCE:2\nDTSTART:20260114T080000Z",
            moved + "SEQUENCE:1\nDTSTART:20260113T080000Z");

    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z", "2026-01-14T08:00:00Z");
  }

  @Test
  void anOccurrenceMovedToAnUnreadableTimeDoesNotComeBack() {
    String uid = "UID:series\n";
    CalendarFile file =
        read(
            uid + BERLIN + "RRULE:FREQ=WEEKLY;COUNT=2",
            uid
                + "RECURRENCE-ID:20260112T080000Z\nDURATION:PT1H\nDTSTART;TZID=Nowhere:20260114T080000");

    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z");
    assertThat(file.notUnderstood()).hasSize(1);
  }

  @Test
  void aSeriesThatIsChangedFromAnOccurrenceOnIsReportedWhole() {
    String uid = "UID:series\n";
    CalendarFile file =
        read(
            uid + BERLIN + "RRULE:FREQ=WEEKLY;COUNT=4",
            uid
                + "RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T080000Z\nDURATION:PT1H\n"
                + "DTSTART:20260114T080000Z");

    assertThat(file.happenings()).isEmpty();
    assertThat(file.notUnderstood()).hasSize(1);
  }

  @Test
  void anOccurrenceThatIsExcludedAfterItWasMovedDoesNotComeBack() {
    String uid = "UID:series\n";
    CalendarFile file =
        read(
            uid + BERLIN + "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20260112T080000Z",
            uid + "RECURRENCE-ID:20260112T080000Z\nDURATION:PT1H\nDTSTART:20260114T080000Z");

    assertThat(starts(file)).containsExactly("2026-01-05T08:00:00Z");
  }

  @Test
  void aZoneThatChangesItsClocksAllTheTimeIsReported() {
    String part =
        "BEGIN:STANDARD\nDTSTART:20250101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
            + "RRULE:FREQ=MINUTELY\nEND:STANDARD\n";
    String text =
        file(
            "BEGIN:VTIMEZONE\nTZID:Hell\n" + part + "END:VTIMEZONE\n",
            "DTSTART;TZID=Hell:20260105T090000\nDURATION:PT1H\nRRULE:FREQ=MINUTELY");

    CalendarFile file = CalendarFile.read(text, ROTATION, YEAR, 9);

    assertThat(file.happenings()).isEmpty();
    assertThat(file.notUnderstood()).hasSize(1);
  }

  @Test
  void aWholeDayIsAsLongAsTheDayIs() {
    CalendarFile file =
        CalendarFile.read(
            file("", "DTSTART;VALUE=DATE:20260308", "DTSTART;VALUE=DATE:20261101"),
            ROTATION,
            YEAR,
            9);

    assertThat(file.happenings())
        .extracting(h -> Duration.between(h.span().start(), h.span().end()).toHours())
        .containsExactly(23L, 25L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY", "RRULE:FREQ=SECONDLY;COUNT=1000000000",
        "RRULE:FREQ=SECONDLY;BYSECOND=1;COUNT=1000000000",
            "RRULE:FREQ=MINUTELY;UNTIL=99991231T235959Z",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
            "RRULE:FREQ=SECONDLY;INTERVAL=7;BYHOUR=3;COUNT=9999999",
      })
  @Timeout(60)
  void aHostileRuleIsBoundedAndReported(String rule) {
    String ancient = "DTSTART:00010101T000000Z\nDURATION:PT1S\n" + rule;
    String[] many = new String[200];
    java.util.Arrays.fill(many, ancient);

    CalendarFile file = CalendarFile.read(file("", many), ROTATION, YEAR, 100_000_000);

    assertThat(file.happenings()).isEmpty();
  }

  @Test
  void occurrencesOfOldEventsAreCalculatedNearTheRange() {
    CalendarFile file =
        read("DTSTART:00010101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=1000000000");

    assertThat(file.happenings()).hasSize(365);
    assertThat(file.notUnderstood()).isEmpty();
  }

  @Test
  void thousandsOfExtraDatesAreTaken() {
    StringBuilder dates = new StringBuilder("RDATE:20260101T000000Z");
    for (int i = 0; i < 15_000; i++) {
      dates.append(",").append(19_000_101 + i % 28 + 10_000 * (i / 28 % 100)).append("T000000Z");
    }
    CalendarFile file = read("DTSTART:19000101T000000Z\nDURATION:PT1H\n" + dates);

    assertThat(starts(file)).containsExactly("2026-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "BEGIN:VEVENT\nEND:VEVENT", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR", "END:VCALENDAR", "{}"
      })
  void anIncompleteCalendarIsRefused(String text) {
    assertThatThrownBy(() -> CalendarFile.read(text, ROTATION, YEAR, 9))
        .isInstanceOf(Problem.class);
  }

  @Test
  void moreThanMayBeIsRefused() {
    String text = file("", BERLIN + "RRULE:FREQ=DAILY");

    assertThatThrownBy(() -> CalendarFile.read(text, ROTATION, YEAR, 300))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("300");
  }

  @Test
  void attendeesAndTextsAreReadAsTheyAreMeant() {
    CalendarFile file =
        read(
            BERLIN
                + "SUMMARY:not this one\nATTENDEE;CN=\"Zoe; the first\":MAILTO:zoe@example.org\n"
                + "ATTENDEE;EMAIL=ann@example.org:urn:uuid:1");

    assertThat(file.happenings())
        .singleElement()
        .satisfies(
            happening -> {
              assertThat(happening.summary()).isEqualTo("shift");
              assertThat(happening.attendees())
                  .containsExactly("zoe@example.org", "ann@example.org");
            });
  }
}
