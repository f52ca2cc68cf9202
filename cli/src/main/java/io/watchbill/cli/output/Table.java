package io.watchbill.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under heads, in aligned columns. The last column is cut where a line would be too long. */
public final class Table {
  private static final String GAP = "  ";
  private static final int SHORTEST = 12;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final int columns;

  public Table(String... heads) {
    columns = heads.length;
    if (columns > 0) {
      add(Arrays.stream(heads).map(head -> new Cell(head, Style.HEAD)).toArray(Cell[]::new));
    }
  }

  /** Adds a row; it has as many fields as there are heads. */
  public void add(Cell... row) {
    if (columns > 0 && row.length != columns) {
      throw new IllegalArgumentException(row.length + " fields under " + columns + " heads");
    }
    rows.add(List.of(row));
  }

  /** Adds a row of fields that look like any other. */
  public void add(String... row) {
    add(Arrays.stream(row).map(Cell::of).toArray(Cell[]::new));
  }

  /** Returns whether there are no rows but the heads. */
  public boolean isEmpty() {
    return rows.size() <= (columns > 0 ? 1 : 0);
  }

  /**
   * Returns the table as lines.
   *
   * @param width the columns of the terminal; 0 when nothing is to be cut
   */
  public List<String> lines(int width, boolean colours) {
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths, width, colours)).toList();
  }

  private int[] widths() {
    int most = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[most];
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i).text()));
      }
    }
    return widths;
  }

  private static String line(List<Cell> row, int[] widths, int width, boolean colours) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      boolean last = i == row.size() - 1;
      String text = cell.text();
      if (last && width > 0) {
        text = DisplayWidth.cut(text, Math.max(SHORTEST, width - used));
      }
      line.append(colours ? cell.style().on(text) : text);
      if (!last) {
        line.append(" ".repeat(widths[i] - DisplayWidth.of(text))).append(GAP);
        used += widths[i] + GAP.length();
      }
    }
    return line.toString().stripTrailing();
  }
}
