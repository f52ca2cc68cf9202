package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules for the packages of all modules, read from their sources. */
class PackagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
  private static final Pattern USE = Pattern.compile("\\b(io\\.watchbill(\\.[a-z]\\w*)+)\\.[A-Z]");
  private static final Pattern SENTENCE =
      Pattern.compile("/\\*\\*\\s[^.]*\\w[^.]*\\.\\s.*package [\\w.]+;.*", Pattern.DOTALL);
  private static final Pattern NULL_MARKED =
      Pattern.compile(
          "\\s@NullMarked\\s.*import org\\.jspecify\\.annotations\\.NullMarked;", Pattern.DOTALL);

  private static List<Path> packages;

  @BeforeAll
  static void find() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      packages =
          modules
              .map(module -> module.resolve("src/main/java"))
              .filter(Files::isDirectory)
              .flatMap(PackagesTest::below)
              .filter(directory -> !sources(directory).isEmpty())
              .sorted()
              .toList();
    }
  }

  @Test
  void everyModuleIsRead() {
    assertThat(packages)
        .map(directory -> directory.getName(1).toString())
        .contains("service-kit", "incident-service", "rotation-service", "escalation-service")
        .contains("cli", "laptop", "bench", "embedded-database", "migrations", "test-kit");
  }

  /** A module's root package holds what starts it and what all its packages share. */
  @Test
  void packagesHaveNoCycles() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (Path directory : packages) {
      if (!isRoot(directory)) {
        uses.put(name(directory), uses(directory));
      }
    }

    assertThat(inCycles(uses)).isEmpty();
  }

  @Test
  void everyPackageIsDescribed() {
    List<Path> undescribed =
        packages.stream()
            .filter(directory -> !isDescribed(directory.resolve("package-info.java")))
            .toList();

    assertThat(undescribed).isEmpty();
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    List<Path> silent =
        packages.stream()
            .filter(directory -> !isNullMarked(directory.resolve("package-info.java")))
            .toList();

    assertThat(silent).isEmpty();
  }

  private static boolean isDescribed(Path file) {
    return Files.exists(file) && SENTENCE.matcher(text(file)).matches();
  }

  private static boolean isNullMarked(Path file) {
    return Files.exists(file) && NULL_MARKED.matcher(text(file)).find();
  }

  /** Removes packages that use none of the others until only those of cycles are left. */
  private static Map<String, Set<String>> inCycles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> left = new TreeMap<>(uses);
    int before;
    do {
      before = left.size();
      left.replaceAll((name, used) -> retained(used, left.keySet()));
      left.values().removeIf(Set::isEmpty);
    } while (left.size() < before);
    return left;
  }

  private static Set<String> retained(Set<String> used, Set<String> left) {
    Set<String> retained = new TreeSet<>(used);
    retained.retainAll(left);
    return retained;
  }

  private static Set<String> uses(Path directory) {
    return sources(directory).stream()
        .map(file -> COMMENT_OR_TEXT.matcher(text(file)).replaceAll(""))
        .flatMap(code -> USE.matcher(code).results())
        .map(use -> use.group(1))
        .filter(used -> !used.equals(name(directory)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isRoot(Path directory) {
    return name(directory).chars().filter(c -> c == '.').count() == 2;
  }

  private static String name(Path directory) {
    String path = directory.toString().replace('\\', '/');
    return path.substring(path.indexOf("src/main/java/") + 14).replace('/', '.');
  }

  private static Stream<Path> below(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
