package io.watchbill.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a run is made.
 *
 * @param home the checkout in which the services were built
 * @param data directory for the run's data; each measure has its own part, deleted after it
 * @param only the measures to make
 * @param out the page into which the table is written, docs/measurements.md unless told; empty,
 *     after a short run: it is only printed
 */
record Options(
    Path home, Path data, int portBase, Set<String> only, Optional<Path> out, Scale scale) {

  static Options of(String[] arguments, Set<String> known) {
    Path home = Path.of("").toAbsolutePath();
    Optional<Path> data = Optional.empty();
    int portBase = 18_500;
    Set<String> only = known;
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
        case "--out" -> out = Optional.of(Path.of(value).toAbsolutePath());
        default ->
            throw new IllegalArgumentException(
                "unknown option "
                    + option
                    + "; allowed are --only, --short, --out, --data, --port-base, --home");
      }
    }
    Path page = home.resolve("docs/measurements.md");
    return new Options(
        home,
        data.orElse(home.resolve("bench/target/bench-data")),
        portBase,
        only,
        out.or(() -> brief ? Optional.empty() : Optional.of(page)),
        brief ? Scale.SHORT : Scale.FULL);
  }

  private static Set<String> chosen(String value, Set<String> known) {
    Set<String> chosen = new TreeSet<>(List.of(value.split(",")));
    if (!known.containsAll(chosen)) {
      throw new IllegalArgumentException("--only takes some of " + String.join(",", known));
    }
    return chosen;
  }
}
