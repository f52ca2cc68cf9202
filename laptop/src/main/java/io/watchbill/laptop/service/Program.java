package io.watchbill.laptop.service;

import io.watchbill.laptop.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a service is started as. */
public enum Program {
  /** A jar, by a JVM. */
  JAR {
    @Override
    public List<String> line(Path home, Service service, List<String> options) {
      return Stream.of(
              List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
              options,
              List.of(
                  "-jar", target(home, service).resolve("quarkus-app/quarkus-run.jar").toString()))
          .flatMap(List::stream)
          .toList();
    }
  },

  /** A native executable, as {@code ./watchbill native} builds it. */
  EXECUTABLE {
    @Override
    public List<String> line(Path home, Service service, List<String> options) {
      return Stream.concat(
              Stream.of(executable(home, service).toString()),
              options.stream().filter(Program::isForAll))
          .toList();
    }
  };

  /** What only a JVM can choose. */
  private static final List<String> OF_JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=");

  /**
   * Returns the command line.
   *
   * @param home the checkout in which the service was built
   * @param options of the JVM; an executable knows those of memory, too
   */
  public abstract List<String> line(Path home, Service service, List<String> options);

  private static Path target(Path home, Service service) {
    return home.resolve(service.module()).resolve("target");
  }

  private static boolean isForAll(String option) {
    return OF_JVM.stream().noneMatch(option::startsWith);
  }

  /**
   * Returns the executable that was built in a checkout.
   *
   * @throws Refusal when none was
   */
  public static Path executable(Path home, Service service) {
    Path target = target(home, service);
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> file.getFileName().toString().endsWith("-runner"))
            .findFirst()
            .orElseThrow(() -> missing(service));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw missing(service);
  }

  private static Refusal missing(Service service) {
    return new Refusal(
        "there is no executable of the "
            + service.module()
            + "; build it with ./watchbill native "
            + service.word());
  }
}
