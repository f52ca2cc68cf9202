package io.watchbill.bench.load;

import org.HdrHistogram.Histogram;

/**
 * The result of a load.
 *
 * @param latency in nanoseconds
 */
public record Result(long sent, long failed, double seconds, Histogram latency) {

  public double perSecond() {
    return (sent - failed) / seconds;
  }

  public double millisAt(double percentile) {
    return latency.getValueAtPercentile(percentile) / 1e6;
  }
}
