package io.watchbill.kit.text;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/** The lines by which two texts differ, with the lines around them: a pure function. */
public final class TextDiff {
  private static final int AROUND = 3;

  /** The product of the lines to compare beyond which all are shown as changed. */
  private static final long MOST = 1_000_000;

  private TextDiff() {}

  /** What became of a line. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED,
    /** Stands for lines left out, which are the same. */
    LEFT_OUT
  }

  /** A line. */
  @TemplateData
  public record Line(Kind kind, String text) {

    /** Returns whether the later text added it. */
    public boolean isAdded() {
      return kind == Kind.ADDED;
    }

    /** Returns whether the later text has it no more. */
    public boolean isRemoved() {
      return kind == Kind.REMOVED;
    }
  }

  /** Returns the lines that differ, with those around them; nothing when the texts are the same. */
  public static List<Line> of(String before, String after) {
    List<Line> all = compare(before.lines().toList(), after.lines().toList());
    List<Line> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        shown.add(all.get(i));
      } else if (!shown.isEmpty() && shown.getLast().kind() != Kind.LEFT_OUT) {
        shown.add(new Line(Kind.LEFT_OUT, "⋯"));
      }
    }
    if (!shown.isEmpty() && shown.getLast().kind() == Kind.LEFT_OUT) {
      shown.removeLast();
    }
    return shown;
  }

  private static boolean isNearChange(List<Line> lines, int index) {
    return lines
        .subList(Math.max(0, index - AROUND), Math.min(lines.size(), index + AROUND + 1))
        .stream()
        .anyMatch(line -> line.kind() != Kind.SAME);
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    add(lines, Kind.SAME, before.subList(0, start));
    lines.addAll(
        middle(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
    add(lines, Kind.SAME, before.subList(before.size() - end, before.size()));
    return lines;
  }

  private static List<Line> middle(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    if ((long) before.size() * after.size() > MOST) {
      add(lines, Kind.REMOVED, before);
      add(lines, Kind.ADDED, after);
      return lines;
    }
    int[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(Kind.SAME, before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Kind.REMOVED, before.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.ADDED, after.get(j)));
        j++;
      }
    }
    return lines;
  }

  /** Returns how many lines the rests of both texts have in common, by where the rests begin. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Line> lines, Kind kind, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(kind, text)));
  }
}
