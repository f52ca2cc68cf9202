package io.watchbill.rotation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.shift.ShiftReason;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Life LIFE = new Life(NEW_YORK, List.of(), List.of());

  private static Span span(String start, String end) {
    return new Span(Instant.parse(start), Instant.parse(end));
  }

  private static Shift shift(String person, String start, String end) {
    return new Shift(
        new ShiftId("r", "primary", "main", 1, 0, List.of()),
        List.of(person),
        span(start, end),
        new ShiftReason.Scheduled("main", 0));
  }

  private static Share share(Shift shift) {
    return Tally.of(shift.span(), List.of(shift), List.of(shift), person -> LIFE).getFirst();
  }

  @Test
  void nightsAndWeekendsAreThoseOfThePerson() {
    Share share = share(shift("a", "2027-01-08T14:00:00Z", "2027-01-11T14:00:00Z"));

    assertThat(share.hours()).isEqualTo(72);
    assertThat(share.weekendHours()).isEqualTo(48);
    assertThat(share.nightHours()).isEqualTo(24);
  }

  @Test
  void aWeekendInWhichTheClocksGoForwardHasAnHourLess() {
    Share share = share(shift("a", "2027-03-13T05:00:00Z", "2027-03-15T04:00:00Z"));

    assertThat(share.weekendHours()).isEqualTo(47);
    assertThat(share.nightHours()).isEqualTo(6 + 7 + 2);
  }

  @Test
  void holidaysAndAbsencesAreCountedWithinTheRange() {
    Shift shift = shift("a", "2027-01-04T00:00:00Z", "2027-01-06T00:00:00Z");
    Life life =
        new Life(
            NEW_YORK,
            List.of(span("2027-01-05T05:00:00Z", "2027-01-06T05:00:00Z")),
            List.of(
                span("2027-01-03T00:00:00Z", "2027-01-04T10:00:00Z"),
                span("2027-01-04T05:00:00Z", "2027-01-04T12:00:00Z")));

    Share share = Tally.of(shift.span(), List.of(shift), List.of(shift), person -> life).getFirst();

    assertThat(share.holidayHours()).isEqualTo(19);
    assertThat(share.absentHours()).isEqualTo(12);
  }

  @Test
  void hoursTakenFromOthersAreCounted() {
    Shift scheduled = shift("a", "2027-01-04T00:00:00Z", "2027-01-05T00:00:00Z");
    Shift actual = shift("b", "2027-01-04T00:00:00Z", "2027-01-05T00:00:00Z");

    assertThat(Tally.of(actual.span(), List.of(actual), List.of(scheduled), person -> LIFE))
        .extracting(Share::person, Share::shifts, Share::extraHours, Share::skippedHours)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 0, 0L, 24L),
            org.assertj.core.groups.Tuple.tuple("b", 1, 24L, 0L));
  }
}
