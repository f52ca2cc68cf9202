package io.watchbill.laptop.proxy;

import java.time.Duration;

/**
 * How much the proxy takes.
 *
 * @param callers connections of callers, of all together; what is more is closed at once
 * @param connections to one service
 * @param waiting requests that may wait for a connection to one service
 * @param connecting how long it may take to reach a service
 * @param silence how long a service may send nothing; streams of events send something more often
 * @param idle how long nothing may come and go on a caller's connection; longer than the silence
 */
record Limits(
    int callers,
    int connections,
    int waiting,
    Duration connecting,
    Duration silence,
    Duration idle) {
  static final Limits DEFAULT =
      new Limits(
          1000, 128, 256, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(75));
}
