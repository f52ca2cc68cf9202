package io.watchbill.incident.alert;

import io.watchbill.kit.text.Typed;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cleans the texts of one alert so that they can be stored and shown, and collects flags for what
 * it changed. Nothing is refused: an alert that does not fit still pages.
 */
public final class Cleaner {
  private static final char REPLACEMENT = '\uFFFD';

  private final Set<String> flags = new TreeSet<>();

  /**
   * Returns the text without NUL, with everything else replaced that {@link Typed} refuses in a
   * text, cut at a length in UTF-16 units.
   */
  public String text(String value, int maxLength) {
    boolean trimmed = value.length() > maxLength;
    int end = trimmed ? maxLength : value.length();
    if (trimmed) {
      flag("trimmed");
    }
    StringBuilder clean = new StringBuilder(end);
    int i = 0;
    while (i < end) {
      int point = value.codePointAt(i);
      i += Character.charCount(point);
      if (i <= end) {
        append(clean, point);
      }
    }
    return trimmed ? clean.append('…').toString() : clean.toString();
  }

  /** As {@link #text}, on one line. */
  public String line(String value, int maxLength) {
    return text(value.strip(), maxLength).replaceAll("[\\s\u2028\u2029]+", " ");
  }

  /** Adds a flag. */
  public void flag(String flag) {
    flags.add(flag);
  }

  public Set<String> flags() {
    return Collections.unmodifiableSet(flags);
  }

  private void append(StringBuilder clean, int point) {
    if (point == 0) {
      flag("nul-removed");
    } else if (!Typed.isFineInText(point)) {
      flag("control-characters-replaced");
      clean.append(REPLACEMENT);
    } else {
      clean.appendCodePoint(point);
    }
  }
}
