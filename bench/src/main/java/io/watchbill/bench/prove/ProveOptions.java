package io.watchbill.bench.prove;

import java.nio.file.Path;

/**
 * How a run is made.
 *
 * @param home the checkout in which the services were built
 * @param data directory for the run's data and evidence
 * @param incidents how many are sent in
 * @param perSecond how many of them in a second
 * @param runs how many runs, one after the other; the first that breaks a law is the last
 * @param seed of the first run, which decides what is broken when; the next runs count up from it
 *     and go on where it has ended
 */
record ProveOptions(
    Path home, Path data, int portBase, int incidents, double perSecond, int runs, long seed) {

  static ProveOptions of(String[] arguments) {
    Path home = Path.of("").toAbsolutePath();
    Path data = null;
    int portBase = 18_400;
    int incidents = 3_000;
    double perSecond = 25;
    int runs = 1;
    long seed = System.nanoTime();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--home" -> home = Path.of(value);
        case "--data" -> data = Path.of(value);
        case "--port-base" -> portBase = Integer.parseInt(value);
        case "--incidents" -> incidents = Integer.parseInt(value);
        case "--rate" -> perSecond = Double.parseDouble(value);
        case "--runs" -> runs = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        default ->
            throw new IllegalArgumentException(
                "unknown option "
                    + arguments[i]
                    + "; allowed are --incidents, --rate, --runs, --seed, --data, --port-base, --home");
      }
    }
    return new ProveOptions(
        home,
        data == null ? home.resolve(".watchbill/prove") : data,
        portBase,
        incidents,
        perSecond,
        runs,
        seed);
  }
}
