package io.watchbill.rotation.ical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A property of an iCalendar file (RFC 5545, 3.1; RFC 6868): its name and parameter names in
 * capitals, the value as it is written.
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  /** Returns the unfolded lines of a text; lines that are no properties are skipped. */
  static List<ContentLine> of(String text) {
    List<ContentLine> lines = new ArrayList<>();
    StringBuilder logical = new StringBuilder();
    for (String line : text.split("\\r\\n|\\n|\\r", -1)) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (!folded) {
        read(logical).ifPresent(lines::add);
        logical.setLength(0);
      }
      logical.append(line, folded ? 1 : 0, line.length());
    }
    read(logical).ifPresent(lines::add);
    return lines;
  }

  Optional<String> parameter(String parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** Returns the value as text, unescaped. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static Optional<ContentLine> read(CharSequence line) {
    int nameEnd = end(line, 0, ";:");
    if (nameEnd == 0 || nameEnd == line.length()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = nameEnd;
    while (at < line.length() && line.charAt(at) == ';') {
      int next = end(line, at + 1, ";:");
      String parameter = line.subSequence(at + 1, next).toString();
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.put(
            upper(parameter.substring(0, equals)), plain(parameter.substring(equals + 1)));
      }
      at = next;
    }
    return at >= line.length()
        ? Optional.empty()
        : Optional.of(
            new ContentLine(
                upper(line.subSequence(0, nameEnd).toString()),
                parameters,
                line.subSequence(at + 1, line.length()).toString().strip()));
  }

  /** Returns the position of the first of the characters outside quotes, or the end. */
  private static int end(CharSequence line, int from, String characters) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted && characters.indexOf(c) >= 0) {
        return i;
      }
    }
    return line.length();
  }

  private static String plain(String value) {
    return value.replace("\"", "").replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }
}
