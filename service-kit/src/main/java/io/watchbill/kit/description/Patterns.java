package io.watchbill.kit.description;

/** Patterns of Bean Validation as JSON Schema knows them (ECMA-262). */
final class Patterns {
  private static final String CONTROLS = "\\\\u0000-\\\\u001f\\\\u007f";

  private Patterns() {}

  /**
   * Converts a pattern for other programs: it matches the whole text, and control characters are
   * written as codes. {@code \S}, which stands for "not blank", may match anywhere.
   */
  static String portable(String pattern) {
    String plain =
        pattern
            .replaceAll("\\[\\^\\\\p\\{Cntrl}", "[^" + CONTROLS)
            .replaceAll("\\\\P\\{Cntrl}", "[^" + CONTROLS + "]")
            .replaceAll("\\\\p\\{Cntrl}", "[" + CONTROLS + "]");
    return plain.equals("\\S") || plain.startsWith("^") ? plain : "^(?:" + plain + ")$";
  }
}
