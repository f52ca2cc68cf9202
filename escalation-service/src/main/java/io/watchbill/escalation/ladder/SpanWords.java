package io.watchbill.escalation.ladder;

import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lengths of time as people of a language say them. */
final class SpanWords {
  private static final Map<String, String> GERMAN =
      Map.of(
          "day", "Tag",
          "days", "Tage",
          "month", "Monat",
          "months", "Monate",
          "year", "Jahr",
          "years", "Jahre");

  private SpanWords() {}

  static String of(Duration duration, Locale language) {
    return in(language, Wording.duration(duration));
  }

  static String of(Period period, Locale language) {
    return in(language, Wording.period(period));
  }

  private static String in(Locale language, String english) {
    return language.equals(Locale.GERMAN)
        ? Arrays.stream(english.split(" "))
            .map(word -> GERMAN.getOrDefault(word, word))
            .collect(Collectors.joining(" "))
        : english;
  }
}
