package io.watchbill.laptop.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as the terminal channel prints it.
 *
 * @param link opens the page on which it is acknowledged
 */
record PrintedPage(String line, String link) {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/acknowledge/[\\w.~-]+");

  /** The page in a line; empty where it has no link. */
  static Optional<PrintedPage> in(String line) {
    Matcher matcher = LINK.matcher(line);
    return matcher.find() ? Optional.of(new PrintedPage(line, matcher.group())) : Optional.empty();
  }

  boolean isAbout(String reference) {
    return line.matches(".*\\b" + Pattern.quote(reference) + "\\b.*");
  }

  boolean toPrimary() {
    return line.contains("(primary)");
  }
}
