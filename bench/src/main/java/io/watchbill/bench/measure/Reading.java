package io.watchbill.bench.measure;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The measurements of one thing, in rounds, for each number of closed incidents; of none, twice a
 * round.
 */
final class Reading {
  private final String id;
  private final String what;
  private final String unit;
  private final boolean moreIsBetter;
  private final Map<Integer, List<Double>> values = new LinkedHashMap<>();
  private long failed;

  /**
   * @param id of the figure
   * @param moreIsBetter whether it is of what is done, and not of what it takes
   */
  Reading(String id, String what, String unit, boolean moreIsBetter) {
    this.id = id;
    this.what = what;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  /**
   * Adds what a round has measured.
   *
   * @param place of the number of closed incidents, in the order in which they are compared
   */
  void add(int place, double value, long failures) {
    values.computeIfAbsent(place, none -> new java.util.ArrayList<>()).add(value);
    failed += failures;
  }

  /** Drops the measurements so far: they warmed up. */
  void clear() {
    values.clear();
    failed = 0;
  }

  private List<Double> at(int place) {
    return requireNonNull(values.get(place));
  }

  /** The rounds of the place with history; the first place and the last are without. */
  List<Apart.Round> rounds(int place, int last) {
    List<Double> without = at(0);
    List<Double> with = at(place);
    List<Double> again = at(last);
    return IntStream.range(0, with.size())
        .mapToObj(i -> new Apart.Round(without.get(i), again.get(i), with.get(i)))
        .toList();
  }

  /**
   * The line of the table: the worst number of closed incidents decides.
   *
   * @param sizes numbers of closed incidents by place; the first and the last are none
   */
  Figure figure(List<Long> sizes) {
    int last = sizes.size() - 1;
    StringBuilder measured = new StringBuilder();
    StringBuilder note = new StringBuilder("none: " + middle(0));
    Figure.Standing standing = Figure.Standing.MET;
    for (int place = 1; place < last; place++) {
      List<Apart.Round> rounds = rounds(place, last);
      String size = size(sizes.get(place));
      measured
          .append(place == 1 ? "" : ", ")
          .append("%+.1f%% at %s".formatted(100 * Apart.cost(rounds, moreIsBetter), size));
      note.append("; ").append(size).append(": ").append(middle(place));
      standing = worse(standing, Apart.verdict(rounds, moreIsBetter));
    }
    note.append(
        "; none against none: %.1f%%; the middle of %d rounds"
            .formatted(100 * Apart.noise(rounds(last, last)), at(0).size()));
    if (failed > 0) {
      measured.append(", ").append(failed).append(" failed");
      standing = Figure.Standing.MISSED;
    }
    return new Figure(
        "history/" + id,
        what,
        "at most %.0f%% worse than with none".formatted(100 * Apart.MOST),
        measured.toString(),
        standing,
        note.toString());
  }

  private static Figure.Standing worse(Figure.Standing standing, Apart.Verdict verdict) {
    return switch (verdict) {
      case NEAR -> standing;
      case TOO_FAR -> Figure.Standing.MISSED;
      case TOO_NOISY -> standing == Figure.Standing.MISSED ? standing : Figure.Standing.TOO_NOISY;
    };
  }

  private String middle(int place) {
    double[] sorted = at(place).stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Limit.number(sorted[sorted.length / 2]) + unit;
  }

  private static String size(long count) {
    return count >= 1_000_000 ? Limit.number(count / 1e6) + " million" : Limit.number(count);
  }
}
