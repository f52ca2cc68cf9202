package io.watchbill.cli.output;

/**
 * Text that a terminal may be given. The sender of an alert chooses its title: control characters
 * could move the cursor, set the window's title or hide a line, and marks of direction could show
 * another text than the one that is there.
 */
public final class Printable {
  private static final String REPLACEMENT = "\uFFFD";
  private static final int JOINER = 0x200D;

  private Printable() {}

  /** Returns the text on one line: white space of every kind becomes a space. */
  public static String line(String text) {
    return replaced(text, false).strip();
  }

  /** Returns the text with its line breaks. */
  public static String text(String text) {
    return replaced(text.replace("\r\n", "\n"), true);
  }

  /** Returns whether a terminal may be given this character as it is. */
  static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Emoji are joined by it.
      case Character.FORMAT -> character == JOINER;
      default -> true;
    };
  }

  private static String replaced(String text, boolean withBreaks) {
    if (text.codePoints().allMatch(Printable::isHarmless)) {
      return text;
    }
    StringBuilder harmless = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(harmless, c, withBreaks));
    return harmless.toString();
  }

  private static void append(StringBuilder harmless, int character, boolean withBreaks) {
    if (isHarmless(character) || (character == '\n' && withBreaks)) {
      harmless.appendCodePoint(character);
    } else if (Character.isWhitespace(character)) {
      harmless.append(' ');
    } else {
      harmless.append(REPLACEMENT);
    }
  }
}
