package io.watchbill.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds secrets in log lines: known ones, and anything in the form of one. */
final class LeakCheck {
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("wb_[0-9A-Za-z]{12}_[0-9A-Za-z]{32}"),
          Pattern.compile("whsec_[0-9A-Za-z+/=]{8,}"),
          Pattern.compile("(?i)bearer\\s+[0-9a-z._~+/-]{8,}"),
          Pattern.compile("(?i)basic\\s+[0-9a-z+/]{8,}={1,2}"),
          Pattern.compile("/v1/ingest/[a-z-]+/[0-9A-Za-z]{16,}"),
          Pattern.compile("/acknowledge/[0-9A-Za-z_-]{20,}"),
          Pattern.compile("(?i)password=\\S+"));

  private final Set<String> known;

  LeakCheck(Set<String> known) {
    this.known = known;
  }

  /** Returns the secrets that were found, each with its line. */
  List<String> leaks(String line) {
    List<String> leaks = new ArrayList<>();
    known.stream().filter(line::contains).forEach(secret -> leaks.add(secret + " in: " + line));
    FORMS.stream()
        .filter(form -> form.matcher(line).find())
        .forEach(form -> leaks.add(form + " in: " + line));
    return leaks;
  }
}
