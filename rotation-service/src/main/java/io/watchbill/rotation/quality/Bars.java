package io.watchbill.rotation.quality;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A bar chart, measured in the units of its picture: a bar below its label, one under another. */
public record Bars(List<Bar> bars) {
  /** How long the longest bar is. */
  public static final int LONGEST = 320;

  private static final int ROW = 42;
  private static final int MOST_LETTERS = 32;

  /**
   * A bar.
   *
   * @param label cut where the picture has no room for more
   * @param number with its unit
   * @param top where its row begins
   */
  @TemplateData
  public record Bar(String label, String name, String number, int width, int top) {

    /** Returns the line on which the label stands. */
    public int line() {
      return top + 14;
    }

    /** Returns where the bar itself begins. */
    public int under() {
      return top + 20;
    }
  }

  /**
   * What a bar stands for.
   *
   * @param shown the value with its unit
   */
  record Value(String name, long value, String shown) {}

  /** Returns the chart of these values; the longest bar is that of {@code full}. */
  static Bars of(List<Value> values, long full) {
    List<Bar> bars = new ArrayList<>();
    for (Value value : values) {
      long width = full == 0 ? 0 : value.value() * LONGEST / full;
      bars.add(
          new Bar(cut(value.name()), value.name(), value.shown(), (int) width, bars.size() * ROW));
    }
    return new Bars(bars);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= MOST_LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
  }

  /** Returns how high the picture is. */
  public int height() {
    return bars.size() * ROW;
  }

  /** Returns the chart in words. */
  public String text() {
    return bars.stream()
        .map(bar -> bar.name() + " " + bar.number())
        .collect(Collectors.joining(", "));
  }
}
