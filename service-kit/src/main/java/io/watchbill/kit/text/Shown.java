package io.watchbill.kit.text;

import java.util.function.IntPredicate;

/** Texts that came from elsewhere, as they may stand in a log, on a terminal and in a header. */
public final class Shown {
  private Shown() {}

  /** One line: every order becomes a blank, several of them one. */
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

  /** The same text with every order and line break written out, as {@code \\u009B}. */
  public static String escaped(String text) {
    return escaped(text, Typed::isOrder);
  }

  /** The same text with every order written out but line breaks. */
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
