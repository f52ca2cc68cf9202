package io.watchbill.kit.text;

import java.util.Optional;

/**
 * The rule for text that people type: no character that a terminal, a log or a page would execute
 * instead of showing it. Rejected are control characters (C0, DEL, C1), unpaired surrogates,
 * direction controls (overrides, embeddings, isolates), and non-characters. A line has no line
 * breaks; a text may have them, and tabs. Lengths are counted in code points, as in Postgres and
 * OpenAPI.
 */
public final class Typed {
  private static final int NEXT_LINE = 0x85;

  private Typed() {}

  /** Returns what is wrong with a line: a name, a title, a reason, an address. */
  public static Optional<String> faultOfLine(String line, int longest) {
    return fault(line, longest, false);
  }

  /** Returns what is wrong with a text of several lines: a note, a comment. */
  public static Optional<String> faultOfText(String text, int longest) {
    return fault(text, longest, true);
  }

  private static Optional<String> fault(String text, int longest, boolean severalLines) {
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of("at most " + longest + " characters");
    }
    return text.codePoints()
        .filter(point -> severalLines ? !isFineInText(point) : isOrder(point))
        .mapToObj(point -> "no " + kind(point) + " (U+%04X)".formatted(point))
        .findFirst();
  }

  /** Returns whether a text of several lines may have the character. */
  public static boolean isFineInText(int point) {
    return breaksLine(point) || !isOrder(point);
  }

  /** Returns whether the text has no visible character. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(Typed::isInvisible);
  }

  /** Returns whether the code point is a control character or no character. */
  static boolean isOrder(int point) {
    return breaksLine(point)
        || Character.isISOControl(point)
        || isSurrogate(point)
        || turnsDirection(point)
        || isNoCharacter(point);
  }

  static boolean breaksLine(int point) {
    return point == '\n' || point == '\r' || point == '\t' || point == 0x2028 || point == 0x2029;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean turnsDirection(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  private static boolean isNoCharacter(int point) {
    return (point & 0xFFFE) == 0xFFFE
        || point >= 0xFDD0 && point <= 0xFDEF
        || point >= 0xFFF9 && point <= 0xFFFB
        || point == 0xFEFF;
  }

  private static boolean isInvisible(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.getType(point) == Character.FORMAT
        || isOrder(point)
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0;
  }

  private static String kind(int point) {
    if (breaksLine(point) || point == NEXT_LINE) {
      return point == '\t' ? "tabs" : "line breaks";
    }
    if (Character.isISOControl(point)) {
      return "control characters";
    }
    if (isSurrogate(point)) {
      return "halves of surrogate pairs";
    }
    return turnsDirection(point) ? "characters that turn the direction" : "such characters";
  }
}
