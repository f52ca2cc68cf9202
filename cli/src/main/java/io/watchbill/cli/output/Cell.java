package io.watchbill.cli.output;

/** One field of a table: a printable line and how it looks. */
public record Cell(String text, Style style) {

  public Cell {
    text = Printable.line(text);
  }

  /** Returns a field that looks like any other. */
  public static Cell of(String text) {
    return new Cell(text, Style.PLAIN);
  }

  /** Returns a field of little interest. */
  public static Cell faint(String text) {
    return new Cell(text, Style.FAINT);
  }
}
