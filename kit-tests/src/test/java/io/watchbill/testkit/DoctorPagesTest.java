package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that findings of the doctor name are there. */
class DoctorPagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern PAGE = Pattern.compile("\"(docs/[\\w/.-]+\\.md)(?:#([\\w-]+))?\"");

  @Test
  void everyPageAndSectionThatIsNamedIsThere() throws IOException {
    Set<String> named = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    for (Path source : sources()) {
      PAGE.matcher(Files.readString(source))
          .results()
          .forEach(
              found -> {
                named.add(found.group(1));
                if (!isThere(ROOT.resolve(found.group(1)), found.group(2))) {
                  missing.add(found.group());
                }
              });
    }

    assertThat(named).contains("docs/operating.md", "docs/runbooks/WatchbillClockWrong.md");
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(Path page, String section) {
    return Files.exists(page)
        && (section == null || headings(page).contains(section.toLowerCase(Locale.ROOT)));
  }

  private static List<String> headings(Path page) {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.matches("#+ .*"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
          .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(DoctorPagesTest::below)
          .toList();
    }
  }

  private static Stream<Path> below(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
