package io.watchbill.bench.measure;

import java.util.Locale;

/**
 * The limit that a figure must keep.
 *
 * @param atLeast whether more is better; otherwise less is
 */
record Limit(boolean atLeast, double value, String unit) {

  static Limit atLeast(double value, String unit) {
    return new Limit(true, value, unit);
  }

  static Limit atMost(double value, String unit) {
    return new Limit(false, value, unit);
  }

  /** Returns whether a figure keeps to it; the limit itself does. */
  boolean holds(double measured) {
    return atLeast ? measured >= value : measured <= value;
  }

  String text() {
    return (atLeast ? "at least " : "at most ") + number(value) + unit;
  }

  /** A number with as many digits as mean something: three, or all before the point. */
  static String number(double value) {
    double size = Math.abs(value);
    boolean whole = size >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
  }
}
