package io.watchbill.bench.prove;

import io.watchbill.bench.fleet.Release;
import io.watchbill.laptop.service.Program;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run is made.
 *
 * @param home the checkout in which the services were built
 * @param program what the services are started as
 * @param data directory for the run's data and evidence
 * @param incidents how many are sent in
 * @param perSecond how many of them in a second
 * @param runs how many runs, one after the other; the first that breaks a law is the last
 * @param seed of the first run, which decides what is broken when; the next runs count up from it
 *     and go on where it has ended
 * @param older the checkout of an older release, from which the fleet is upgraded while alerts come
 *     in, and to which it goes back; null when other things are broken
 */
record ProveOptions(
    Path home,
    Program program,
    Path data,
    int portBase,
    int incidents,
    double perSecond,
    int runs,
    long seed,
    @Nullable Path older) {

  static ProveOptions of(String[] arguments) {
    Path home = Path.of("").toAbsolutePath();
    Program program = Program.JAR;
    Path data = null;
    int portBase = 18_400;
    int incidents = 1_000;
    double perSecond = 10;
    int runs = 1;
    long seed = System.nanoTime();
    Path older = null;
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.equals("--native")) {
        program = Program.EXECUTABLE;
        continue;
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      String value = arguments[++i];
      switch (option) {
        case "--home" -> home = Path.of(value);
        case "--data" -> data = Path.of(value);
        case "--port-base" -> portBase = Integer.parseInt(value);
        case "--incidents" -> incidents = Integer.parseInt(value);
        case "--rate" -> perSecond = Double.parseDouble(value);
        case "--runs" -> runs = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--older" -> older = Path.of(value);
        default ->
            throw new IllegalArgumentException(
                "unknown option "
                    + option
                    + "; allowed are --native, --incidents, --rate, --runs, --seed, --data, --port-base, --home, --older");
      }
    }
    if (older != null && program == Program.EXECUTABLE) {
      throw new IllegalArgumentException("an upgrade is proven with jars; leave out --native");
    }
    return new ProveOptions(
        home,
        program,
        data == null ? home.resolve(".watchbill/prove") : data,
        portBase,
        incidents,
        perSecond,
        runs,
        seed,
        older);
  }

  Release newest() {
    return new Release(home, program);
  }

  /** Returns the release with which the run begins. */
  Release first() {
    return older == null ? newest() : new Release(older, program);
  }
}
