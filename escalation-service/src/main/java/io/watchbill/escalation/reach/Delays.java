package io.watchbill.escalation.reach;

import io.watchbill.kit.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Delays as people type them: minutes, or seconds with an s. */
final class Delays {
  private static final Pattern TYPED = Pattern.compile("([0-9]{1,5}) ?(s|min)?");

  private Delays() {}

  static String text(Duration delay) {
    return delay.toSecondsPart() == 0
        ? String.valueOf(delay.toMinutes())
        : delay.toSeconds() + " s";
  }

  /**
   * Returns the delay; nothing if nothing was typed.
   *
   * @throws Problem at the field
   */
  static Optional<Duration> of(String field, String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    Matcher matcher = TYPED.matcher(typed.strip());
    if (!matcher.matches()) {
      throw Problem.invalid(
          "/" + field, "A number of minutes, such as 5, or of seconds, such as 90 s.");
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        "s".equals(matcher.group(2)) ? Duration.ofSeconds(number) : Duration.ofMinutes(number));
  }
}
