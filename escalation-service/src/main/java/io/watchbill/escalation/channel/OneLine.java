package io.watchbill.escalation.channel;

/** Makes one safe line of any text: no control characters, so no forged header or terminal code. */
final class OneLine {
  private OneLine() {}

  static String of(String text, int longest) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\p{Cf}]+", " ").strip();
    return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
  }
}
