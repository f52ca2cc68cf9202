package io.watchbill.kit.text;

import java.util.function.IntPredicate;

/** Makes foreign texts safe for logs, terminals and headers. */
public final class Shown {
  private Shown() {}

  /** Returns the text as one line; control characters become a blank. */
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (Typed.isOrder(point)) {
        gap = !shown.isEmpty();
      } else {
        if (gap && shown.charAt(shown.length() - 1) != ' ' && point != ' ') {
          shown.append(' ');
        }
        gap = false;
        shown.appendCodePoint(point);
      }
    }
    return shown.toString().strip();
  }

  /** Escapes control characters and line breaks, as {@code \\u009B}. */
  public static String escaped(String text) {
    return escaped(text, Typed::isOrder);
  }

  /** Escapes control characters other than line breaks. */
  public static String escapedText(String text) {
    return escaped(text, point -> !Typed.isFineInText(point));
  }

  private static String escaped(String text, IntPredicate order) {
    if (text.codePoints().noneMatch(order)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            point -> {
              if (order.test(point)) {
                for (char unit : Character.toChars(point)) {
                  shown.append("\\u%04X".formatted((int) unit));
                }
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}
