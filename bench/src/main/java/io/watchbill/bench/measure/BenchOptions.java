package io.watchbill.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a run is made.
 *
 * @param home the checkout in which the services were built
 * @param data directory for the run's data; each measure has its own part, deleted after it
 * @param only the measures to make
 * @param closed numbers of closed incidents with which history is measured, beside none
 * @param rounds in which history is measured
 * @param out the page into which the table is written, docs/measurements.md by default; empty,
 *     after a short run: it is only printed
 */
record BenchOptions(
    Path home,
    Path data,
    int portBase,
    Set<String> only,
    List<Long> closed,
    int rounds,
    Optional<Path> out,
    Scale scale) {

  private static final List<Long> MANY = List.of(1_000_000L, 10_000_000L);
  private static final List<Long> SOME = List.of(20_000L);

  /**
   * Reads them.
   *
   * @param known all measures
   * @param usual those that are made when nothing else is asked for
   */
  static BenchOptions of(String[] arguments, Set<String> known, Set<String> usual) {
    Path home = Path.of("").toAbsolutePath();
    Optional<Path> data = Optional.empty();
    int portBase = 18_500;
    Set<String> only = usual;
    Optional<List<Long>> closed = Optional.empty();
    Optional<Integer> rounds = Optional.empty();
    Optional<Path> out = Optional.empty();
    boolean brief = List.of(arguments).contains("--short");
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.equals("--short")) {
        continue;
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      String value = arguments[++i];
      switch (option) {
        case "--home" -> home = Path.of(value).toAbsolutePath();
        case "--data" -> data = Optional.of(Path.of(value).toAbsolutePath());
        case "--port-base" -> portBase = Integer.parseInt(value);
        case "--only" -> only = chosen(value, known);
        case "--closed" -> closed = Optional.of(numbers(value));
        case "--rounds" -> rounds = Optional.of(Integer.parseInt(value));
        case "--out" -> out = Optional.of(Path.of(value).toAbsolutePath());
        default ->
            throw new IllegalArgumentException(
                "unknown option "
                    + option
                    + "; allowed are --only, --short, --closed, --rounds, --out, --data, --port-base, --home");
      }
    }
    Path page = home.resolve("docs/measurements.md");
    return new BenchOptions(
        home,
        data.orElse(home.resolve("bench/target/bench-data")),
        portBase,
        only,
        closed.orElse(brief ? SOME : MANY),
        rounds.orElse(brief ? 2 : 5),
        out.or(() -> brief ? Optional.empty() : Optional.of(page)),
        brief ? Scale.SHORT : Scale.FULL);
  }

  private static List<Long> numbers(String value) {
    return Stream.of(value.split(",")).map(Long::valueOf).toList();
  }

  private static Set<String> chosen(String value, Set<String> known) {
    Set<String> chosen = new TreeSet<>(List.of(value.split(",")));
    if (!known.containsAll(chosen)) {
      throw new IllegalArgumentException("--only takes some of " + String.join(",", known));
    }
    return chosen;
  }
}
