package io.watchbill.rotation.ical;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long each occurrence of an event lasts. */
sealed interface Length {
  Pattern DURATION =
      Pattern.compile(
          "([+-]?)P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,10})S)?)?");

  Instant end(EventTime start);

  /** Returns an approximate length, to find the first occurrence that overlaps a range. */
  Duration about();

  /** A length on the wall clock: from 22:00 to 06:00 every night, whatever DST does. */
  record OnTheClock(Duration about) implements Length {

    @Override
    public Instant end(EventTime start) {
      Instant end = start.at(start.local().plus(about)).instant();
      return end.isAfter(start.instant()) ? end : start.instant().plus(about);
    }
  }

  /** Days on the wall clock, followed by an exact time (RFC 5545, 3.3.6). */
  record Days(long days, Duration rest) implements Length {

    @Override
    public Instant end(EventTime start) {
      return start.at(start.local().plusDays(days)).instant().plus(rest);
    }

    @Override
    public Duration about() {
      return rest.plusDays(days);
    }
  }

  /** Returns the length of an event: by its end, by its duration, or the day on which it begins. */
  static Length of(Component event, EventTime start, Zones zones) {
    Optional<ContentLine> end = event.first("DTEND");
    if (end.isPresent()) {
      return until(start, EventTime.of(end.get(), end.get().value(), zones));
    }
    Optional<ContentLine> duration = event.first("DURATION");
    if (duration.isPresent()) {
      return duration(duration.get().value());
    }
    if (!start.wholeDay()) {
      throw new Unreadable("it has no end");
    }
    return new Days(1, Duration.ZERO);
  }

  static Length until(EventTime start, EventTime end) {
    if (start.wholeDay() != end.wholeDay()) {
      throw new Unreadable("its start and end are of different kinds");
    }
    if (start.wholeDay() && end.local().equals(start.local())) {
      return new Days(1, Duration.ZERO);
    }
    boolean sameClocks = start.zoneName().equals(end.zoneName());
    Length length =
        sameClocks
            ? new OnTheClock(Duration.between(start.local(), end.local()))
            : new Days(0, Duration.between(start.instant(), end.instant()));
    return checked(length);
  }

  static Length duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new Unreadable("'" + text + "' is not a duration");
    }
    long sign = parts.group(1).equals("-") ? -1 : 1;
    Duration rest =
        Duration.ofHours(number(parts.group(4)))
            .plusMinutes(number(parts.group(5)))
            .plusSeconds(number(parts.group(6)));
    long days = 7 * number(parts.group(2)) + number(parts.group(3));
    return checked(new Days(sign * days, rest.multipliedBy(sign)));
  }

  private static Length checked(Length length) {
    if (!length.about().isPositive()) {
      throw new Unreadable("it does not end after its start");
    }
    return length;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
