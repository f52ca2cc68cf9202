package io.watchbill.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.watchbill.cli.WbRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir Path place;

  @Test
  void bashCompletesCommandsAndValues() throws Exception {
    Path script = script("bash");

    String completed =
        output(
            "bash",
            "-c",
            """
            . %s
            try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); COMP_LINE="$*"
              _complete_wb 2>/dev/null; echo "${COMPREPLY[@]}"; }
            try wb incident es
            try wb oncall -o y
            """
                .formatted(script));

    assertThat(completed.lines()).containsExactly("escalate", "yaml");
  }

  @Test
  void fishIsGivenEveryCommandAndOption() throws Exception {
    String script = Files.readString(script("fish"));

    assertThat(script)
        .contains(
            "complete -c wb -n '__fish_use_subcommand' -a oncall -d 'Show who is on call now",
            "complete -c wb -n '__fish_seen_subcommand_from incident; and not"
                + " __fish_seen_subcommand_from show",
            "-l severity -x -d",
            "-s o -l output -x -a 'table json yaml'");
  }

  @Test
  void fishReadsIt() throws Exception {
    assumeThat(Path.of("/usr/bin/fish")).exists();
    Path script = script("fish");

    assertThat(output("fish", "-c", "source " + script + "; complete -C 'wb incident es'"))
        .startsWith("escalate");
  }

  private Path script(String shell) throws Exception {
    WbRun.Result run = new WbRun().run("completion", shell);
    assertThat(run.code()).isZero();
    return Files.writeString(place.resolve("wb." + shell), run.out());
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
