package io.watchbill.cli.output;

/** How a text looks on a terminal with colours. */
public enum Style {
  PLAIN(""),
  HEAD("1"),
  FAINT("2"),
  BAD("31"),
  GOOD("32"),
  WARN("33");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** Returns the text in this style. */
  String on(String text) {
    return this == PLAIN || text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}
