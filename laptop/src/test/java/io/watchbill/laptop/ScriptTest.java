package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the script finds its JDK and its place; what it starts is tested with real processes. */
class ScriptTest {
  private static final Path SCRIPT = Path.of("../watchbill").toAbsolutePath().normalize();
  @TempDir Path place;

  @Test
  void theJdkThatJavaHomeNamesIsTaken() throws Exception {
    Path jdk = jdk("one", "21.0.5");

    assertThat(run(SCRIPT, Map.of("JAVA_HOME", jdk.toString()), "jdk")).isEqualTo(jdk + "\n");
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path home = Files.createDirectories(place.resolve("home"));
    Path good = jdk("home/.sdkman/candidates/java/25-tem", "25");

    String found = run(SCRIPT, Map.of("JAVA_HOME", old.toString(), "HOME", home.toString()), "jdk");

    assertThat(found).isEqualTo(good + "\n");
  }

  @Test
  void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
    Path runtime = jdk("jre", "21.0.5");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(run(SCRIPT, Map.of("JAVA_HOME", runtime.toString()), "jdk"))
        .isNotEqualTo(runtime + "\n");
  }

  @Test
  void theScriptWorksThroughALinkFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(place.resolve("wb"), SCRIPT);

    assertThat(run(link, Map.of(), "help")).startsWith("Usage: ./watchbill <command>");
  }

  @Test
  void anUnknownCommandIsNamed() throws Exception {
    assertThat(run(SCRIPT, Map.of(), "fly")).contains("unknown command 'fly'");
  }

  @Test
  void whatBuildsNoExecutablesIsNamed() throws Exception {
    Path graalvm = jdk("graalvm", "25");

    assertThat(
            run(
                SCRIPT,
                Map.of("JAVA_HOME", graalvm.toString(), "GRAALVM_HOME", graalvm.toString()),
                "native"))
        .contains("GRAALVM_HOME is " + graalvm + ", where there is no bin/native-image");
  }

  @Test
  void withoutAnythingThatBuildsExecutablesItIsSaidWhatDoes() throws Exception {
    Path tools = Files.createDirectories(place.resolve("tools"));
    for (String tool : new String[] {"sh", "dirname", "readlink", "sed", "head", "env"}) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin").resolve(tool));
    }

    String output =
        run(
            SCRIPT,
            Map.of("JAVA_HOME", jdk("jdk", "25").toString(), "PATH", tools.toString()),
            "native",
            "rotation");

    assertThat(output).contains("point GRAALVM_HOME at it, or start docker or podman");
  }

  @Test
  void thereIsNoExecutableOfWhatIsNoService() throws Exception {
    assertThat(run(SCRIPT, Map.of("JAVA_HOME", jdk("jdk", "25").toString()), "native", "mail"))
        .contains("native builds incident, rotation, escalation, migrations or cli, not 'mail'");
  }

  @Test
  void aClusterThatIsNotNamedIsAskedFor() throws Exception {
    assertThat(run(SCRIPT, Map.of("JAVA_HOME", jdk("jdk", "25").toString()), "test-cluster"))
        .contains("which cluster? KUBECONFIG names none");
  }

  private Path jdk(String name, String release) throws IOException {
    Path jdk = place.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(jdk.resolve("bin").resolve(tool), "#!/bin/sh\nexit 1\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + release + "\"\n");
    return jdk;
  }

  private String run(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.directory(place.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
