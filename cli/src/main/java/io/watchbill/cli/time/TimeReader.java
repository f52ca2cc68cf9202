package io.watchbill.cli.time;

import io.watchbill.cli.failure.Failure;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads instants as people write them, on the wall clock of a zone: {@code 2026-12-24T08:00},
 * {@code 2026-12-24} (its beginning), {@code 08:00} (the next), {@code tomorrow 08:00}, {@code mon
 * 09:00}, {@code now}, {@code +2h}. RFC 3339 instants have an offset of their own.
 *
 * <p>A local time that does not exist means the first instant after the gap; one that occurs twice
 * means its first occurrence.
 */
public record TimeReader(Clock clock, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  /**
   * Reads an instant.
   *
   * @param option for the message
   */
  public Instant read(String option, String text) {
    String words = text.strip();
    return relative(words)
        .or(() -> exact(words))
        .or(() -> local(words.toLowerCase(Locale.ROOT)).map(this::onWallClock))
        .orElseThrow(
            () ->
                Failure.usage(
                    "%s needs a time like 2026-12-24T08:00, 08:00, 'tomorrow 08:00', 'mon 09:00', +2h or now, not '%s'"
                        .formatted(option, text)));
  }

  private Optional<Instant> relative(String words) {
    if (words.equals("now")) {
      return Optional.of(clock.instant());
    }
    return words.startsWith("+")
        ? Durations.find(words.substring(1)).map(clock.instant()::plus)
        : Optional.empty();
  }

  private static Optional<Instant> exact(String words) {
    try {
      return Optional.of(OffsetDateTime.parse(words).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDateTime> local(String words) {
    String[] parts = words.split("[t ]+(?=\\d{1,2}:)", -1);
    if (parts.length == 1) {
      return time(words).map(this::next).or(() -> day(words).map(LocalDate::atStartOfDay));
    }
    return parts.length == 2
        ? day(parts[0]).flatMap(day -> time(parts[1]).map(day::atTime))
        : Optional.empty();
  }

  private LocalDateTime next(LocalTime time) {
    LocalDateTime today = today().atTime(time);
    return onWallClock(today).isAfter(clock.instant()) ? today : today.plusDays(1);
  }

  private Optional<LocalDate> day(String word) {
    if (word.equals("today")) {
      return Optional.of(today());
    }
    if (word.equals("tomorrow")) {
      return Optional.of(today().plusDays(1));
    }
    Optional<DayOfWeek> weekday =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
            .filter(day -> word.length() >= 3)
            .findFirst();
    if (weekday.isPresent()) {
      return Optional.of(today().with(TemporalAdjusters.next(weekday.get())));
    }
    try {
      return Optional.of(LocalDate.parse(word));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String word) {
    try {
      return Optional.of(word.length() > 5 ? LocalTime.parse(word) : LocalTime.parse(word, TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }

  private Instant onWallClock(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }
}
