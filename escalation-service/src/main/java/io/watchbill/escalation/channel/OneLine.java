package io.watchbill.escalation.channel;

import io.watchbill.kit.text.Shown;

/**
 * Makes one safe line of any text: without control characters, no header or terminal code can be
 * forged.
 */
public final class OneLine {
  private OneLine() {}

  public static String of(String text, int longest) {
    String line = Shown.line(text);
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
