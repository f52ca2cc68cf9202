package io.watchbill.bench.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The generated part of a page of figures. Rows of measures that were not made this time stay, if
 * they are of the same machine; what people wrote around it stays too.
 */
final class Table {
  static final String BEGIN = "<!-- figures: written by ./watchbill bench -->";
  static final String END = "<!-- end of the figures -->";
  private static final String HEAD =
      "| | measured | must reach | reached | met | remarks | on |\n| --- | --- | --- | --- | --- | --- | --- |";
  private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)/[a-z0-9-]+` \\|.*");

  private Table() {}

  /**
   * The page with these figures in it.
   *
   * @param page as it was; empty, or without such a part: it is added at the end
   * @param order the measures in the order of the table
   */
  static String into(
      String page, String machine, List<Figure> figures, List<String> order, LocalDate today) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    String before = begin < 0 ? page : page.substring(0, begin);
    String after = end < 0 ? "\n" : page.substring(end + END.length());
    List<String> rows = new ArrayList<>();
    if (begin >= 0 && end >= 0) {
      rows.addAll(kept(page.substring(begin, end), machine, figures));
    }
    figures.forEach(figure -> rows.add(row(figure, today)));
    rows.sort((a, b) -> Integer.compare(order.indexOf(measure(a)), order.indexOf(measure(b))));
    return before + BEGIN + "\n\n" + text(machine, rows) + "\n" + END + after;
  }

  /** The table by itself. */
  static String text(String machine, List<Figure> figures, LocalDate today) {
    return text(machine, figures.stream().map(figure -> row(figure, today)).toList());
  }

  private static String text(String machine, List<String> rows) {
    return "Machine: " + machine + "\n\n" + HEAD + "\n" + String.join("\n", rows) + "\n";
  }

  private static List<String> kept(String part, String machine, List<Figure> figures) {
    if (!part.contains("Machine: " + machine + "\n")) {
      return List.of();
    }
    Set<String> anew =
        figures.stream()
            .map(figure -> figure.id().substring(0, figure.id().indexOf('/')))
            .collect(Collectors.toSet());
    return part.lines()
        .filter(line -> ROW.matcher(line).matches() && !anew.contains(measure(line)))
        .toList();
  }

  private static String measure(String row) {
    Matcher matcher = ROW.matcher(row);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String row(Figure figure, LocalDate today) {
    return "| `%s` | %s | %s | %s | %s | %s | %s |"
        .formatted(
            figure.id(),
            figure.what(),
            figure.limit(),
            figure.measured(),
            figure.standing().text(),
            figure.note(),
            today);
  }
}
