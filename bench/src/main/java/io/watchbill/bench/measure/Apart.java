package io.watchbill.bench.measure;

import java.util.List;

/**
 * How far a figure with history is from the same figure without. Each round measures without, with,
 * and without again, close to each other; what is compared is the figure with to the mean of its
 * own round's two without, and what counts is the median of the rounds. A machine that becomes
 * slower or faster in the course of the run does so for both.
 *
 * <p>How much of it is noise says the same comparison of the two without. Noise never excuses:
 * where they are too far apart from each other nothing is decided, and that is no pass.
 */
final class Apart {
  /** So much more may history cost. */
  static final double MOST = 0.10;

  private Apart() {}

  /** The result. */
  enum Verdict {
    NEAR,
    TOO_FAR,
    TOO_NOISY
  }

  /** The figures of one round: without history, without it again, and with it. */
  record Round(double without, double again, double with) {}

  /**
   * How much more it costs, as a share: 0.1 is a tenth more, negative less.
   *
   * @param moreIsBetter whether the figures are of what is done, and not of what it takes
   */
  static double cost(List<Round> rounds, boolean moreIsBetter) {
    return median(
        rounds.stream()
            .mapToDouble(
                round -> share((round.without + round.again) / 2, round.with, moreIsBetter)));
  }

  /** How far apart the two without history are, whichever was the better; never negative. */
  static double noise(List<Round> rounds) {
    return Math.abs(
        median(rounds.stream().mapToDouble(round -> share(round.without, round.again, false))));
  }

  /** A figure that was not measured (not a number) is never near. */
  static Verdict verdict(List<Round> rounds, boolean moreIsBetter) {
    if (rounds.isEmpty() || !(noise(rounds) <= MOST)) {
      return Verdict.TOO_NOISY;
    }
    return cost(rounds, moreIsBetter) <= MOST ? Verdict.NEAR : Verdict.TOO_FAR;
  }

  private static double share(double without, double with, boolean moreIsBetter) {
    return moreIsBetter ? without / with - 1 : with / without - 1;
  }

  private static double median(java.util.stream.DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
