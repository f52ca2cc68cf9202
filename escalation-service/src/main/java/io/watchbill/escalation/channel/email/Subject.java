package io.watchbill.escalation.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A line as it stands in a mail's header: in ASCII as it is, else in encoded words (RFC 2047), each
 * of whole characters, on lines of their own. The mail library cuts characters apart.
 */
final class Subject {
  private static final String BEGIN = "=?UTF-8?B?";
  private static final String END = "?=";

  /** With its base64, its frame and the header's name a word fits a line of 76. */
  private static final int BYTES = 39;

  private Subject() {}

  static String header(String line) {
    boolean plain = line.chars().allMatch(c -> c >= ' ' && c <= '~') && !line.contains("=?");
    return plain ? folded(line) : encoded(line);
  }

  /** Folded before blanks, so that no line is longer than it should be where that is possible. */
  private static String folded(String line) {
    StringBuilder header = new StringBuilder();
    int column = "Subject: ".length();
    for (String word : line.split("(?= )")) {
      if (column + word.length() > 76 && !header.isEmpty() && !word.isBlank()) {
        header.append('\n');
        column = 0;
      }
      header.append(word);
      column += word.length();
    }
    return header.toString();
  }

  private static String encoded(String line) {
    StringBuilder header = new StringBuilder();
    int from = 0;
    while (from < line.length()) {
      int to = end(line, from);
      header.append(header.isEmpty() ? "" : "\n ").append(word(line.substring(from, to)));
      from = to;
    }
    return header.toString();
  }

  /** Where the word that begins here ends: before the character that no longer fits. */
  private static int end(String line, int from) {
    int bytes = 0;
    int at = from;
    while (at < line.length()) {
      int point = line.codePointAt(at);
      bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > BYTES) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static String word(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return BEGIN + Base64.getEncoder().encodeToString(utf8) + END;
  }
}
