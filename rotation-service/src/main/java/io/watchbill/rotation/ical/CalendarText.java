package io.watchbill.rotation.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes an iCalendar file (RFC 5545, 3.1): folds lines at 75 octets, never within a character, and
 * escapes texts.
 */
public final class CalendarText {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  public CalendarText begin(String component) {
    return line("BEGIN", component);
  }

  public CalendarText end(String component) {
    return line("END", component);
  }

  /** Adds a property whose value needs no escaping: a name, a number, an address. */
  public CalendarText line(String property, String value) {
    fold(property + ":" + plain(value));
    return this;
  }

  /** Adds a text property and escapes it. */
  public CalendarText text(String property, String value) {
    fold(property + ":" + escaped(value));
    return this;
  }

  /** Adds an instant, to the second. */
  public CalendarText instant(String property, Instant instant) {
    return line(property, UTC.format(instant));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(c);
      octets += size;
      i += Character.charCount(c);
    }
    text.append("\r\n");
  }

  /**
   * Escapes a text. Every kind of line end becomes a line feed, the only one allowed; some readers
   * treat U+0085, U+2028 and U+2029 as line ends too. Other control characters are removed.
   */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n', '\r', 0x0B, '\f', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029 ->
                    escaped.append("\\n");
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(allowed(c));
              }
            });
    return escaped.toString();
  }

  private static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    value.codePoints().forEach(c -> plain.appendCodePoint(isLineEnd(c) ? ' ' : allowed(c)));
    return plain.toString();
  }

  private static boolean isLineEnd(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static int allowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return surrogate ? 0xFFFD : Character.isISOControl(c) && c != '\t' ? ' ' : c;
  }
}
