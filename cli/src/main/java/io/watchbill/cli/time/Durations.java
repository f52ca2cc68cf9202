package io.watchbill.cli.time;

import io.watchbill.cli.failure.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90m}, {@code 2h30m}, {@code 1d}; also ISO 8601. */
public final class Durations {
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
  private static final long[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};

  private Durations() {}

  /**
   * Reads a duration that is longer than nothing.
   *
   * @param option for the message
   */
  public static Duration read(String option, String text) {
    Duration duration = find(text).orElse(Duration.ZERO);
    if (duration.isNegative() || duration.isZero()) {
      throw Failure.usage(
          option + " needs a duration like 30m, 2h30m, 1d or PT2H, not '" + text + "'");
    }
    return duration;
  }

  static Optional<Duration> find(String text) {
    Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!text.isBlank() && matcher.matches()) {
      long seconds = 0;
      for (int i = 0; i < SECONDS.length; i++) {
        String number = matcher.group(i + 1);
        seconds += number == null ? 0 : Long.parseLong(number) * SECONDS[i];
      }
      return Optional.of(Duration.ofSeconds(seconds));
    }
    try {
      return Optional.of(Duration.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
