package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./watchbill test --only}, in a small project whose Maven only writes down its arguments.
 */
class SomeTestsTest {
  private static final String MAIN = "rotation-service/src/main/java/io/";
  private static final String TEST = "rotation-service/src/test/java/io/";
  private static final String CLASSES = "rotation-service/target/classes/io/";

  @TempDir Path home;

  @BeforeEach
  void project() throws IOException {
    Files.copy(Path.of("../watchbill"), home.resolve("watchbill"));
    executable("jdk/bin/java", "#!/bin/sh\n");
    executable("jdk/bin/javac", "#!/bin/sh\n");
    write("jdk/release", "JAVA_VERSION=\"21.0.5\"\n");
    write("pom.xml", "");
    write("rotation-service/pom.xml", "");
    write("service-kit/pom.xml", "");
    write(MAIN + "Grid.java", "class Grid {}");
    write(MAIN + "Layer.java", "class Layer { Grid grid; }");
    write(MAIN + "Turn.java", "class Turn { Object grid = layer.grid(); }");
    write(MAIN + "Person.java", "class Person {}");
    write(TEST + "GridTest.java", "class GridTest {\n  @Test\n  void turnsBegin() {}\n}\n");
    write("service-kit/src/test/java/io/KeyTest.java", "class KeyTest {}");
    for (String name : List.of("Grid", "Grid$Line", "Layer", "Person")) {
      write(CLASSES + name + ".class", "");
    }
    write(CLASSES + "Turn.class", "Methodref io/Grid.line");
    mavenRuns(3);
  }

  @Test
  void theTestsOfTheModuleAreRun() throws Exception {
    assertThat(only("rotation", "GridTest")).contains("3 tests of rotation-service passed");
    assertThat(arguments())
        .contains("-Pbench -pl rotation-service -am test -Dtest=io.GridTest ")
        .doesNotContain("useIncrementalCompilation");
  }

  @Test
  void oneMethodCanBeNamed() throws Exception {
    only("rotation-service", "GridTest#turnsBegin");

    assertThat(arguments()).contains("-Dtest=io.GridTest#turnsBegin ");
  }

  @Test
  void onlyWhatAChangeMayBreakIsCompiledAgain() throws Exception {
    only("rotation", "GridTest");
    change(MAIN + "Grid.java");

    only("rotation", "GridTest");

    assertThat(arguments()).contains("-Dmaven.compiler.useIncrementalCompilation=false");
    assertThat(compiled()).containsExactly("Person.class");
  }

  @Test
  void whatUsesADeletedClassIsCompiledAgain() throws Exception {
    only("rotation", "GridTest");
    Files.delete(home.resolve(MAIN + "Grid.java"));

    only("rotation", "GridTest");

    assertThat(compiled()).containsExactly("Person.class");
  }

  @Test
  void whatDidNotCompileIsLookedAtAgain() throws Exception {
    only("rotation", "GridTest");
    change(MAIN + "Grid.java");
    executable("mvnw", "#!/bin/sh\necho 'does not compile'\nexit 1\n");
    assertThat(only("rotation", "GridTest")).contains("does not compile").doesNotContain("passed");
    write(CLASSES + "Layer.class", "");

    mavenRuns(3);
    only("rotation", "GridTest");

    assertThat(compiled()).containsExactly("Person.class");
  }

  @Test
  void whatDoesNotExistIsSaid() throws Exception {
    assertThat(only("rotatoin", "GridTest"))
        .contains("no module 'rotatoin'; there are: rotation-service service-kit")
        .contains("exit 1");
    assertThat(only("rotation", "GirdTest")).contains("no test 'GirdTest' in rotation-service");
    assertThat(only("rotation", "Grid")).contains("there are: GridTest").contains("exit 1");
    assertThat(only("kit", "GridTest")).contains("it is in rotation-service").contains("exit 1");
    assertThat(only("rotation", "GridTest#turnsEnd"))
        .contains("no test 'turnsEnd' in GridTest; there are:\n  turnsBegin")
        .contains("exit 1");
    assertThat(only("rotation")).contains("which tests?").contains("exit 1");
  }

  @Test
  void aRunWithoutTestsIsAFailure() throws Exception {
    mavenRuns(0);

    assertThat(only("rotation", "GridTest")).contains("no test ran").contains("exit 1");
  }

  private void mavenRuns(int tests) throws IOException {
    executable(
        "mvnw",
        """
        #!/bin/sh
        echo "$@ " >arguments
        mkdir -p rotation-service/target/surefire-reports
        echo '<testsuite name="io.GridTest" tests="%d" errors="0">' \
          >rotation-service/target/surefire-reports/TEST-io.GridTest.xml
        """
            .formatted(tests));
  }

  private String only(String... words) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh", "-c", "./watchbill test --only \"$@\"; echo \"exit $?\"", "sh");
    builder.command().addAll(List.of(words));
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    Process process = builder.directory(home.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private String arguments() throws IOException {
    return Files.readString(home.resolve("arguments"));
  }

  private List<String> compiled() throws IOException {
    try (var classes = Files.list(home.resolve(CLASSES))) {
      return classes.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void change(String file) throws IOException {
    Instant later = Files.getLastModifiedTime(home.resolve(file)).toInstant().plusSeconds(60);
    Files.setLastModifiedTime(home.resolve(file), FileTime.from(later));
  }

  private void executable(String file, String content) throws IOException {
    write(file, content);
    Files.setPosixFilePermissions(home.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), content);
  }
}
