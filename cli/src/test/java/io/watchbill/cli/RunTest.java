package io.watchbill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a command line ends that is not as it should be. */
class RunTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly | wb: Unmatched argument at index 0: 'fly'",
        "incident | wb: Missing required subcommand; see wb incident --help",
        "incident ack | wb: Missing required parameter: 'INCIDENT'; see wb incident ack --help",
        "oncall --fast | wb: Unknown option: '--fast'",
        "oncall -o xml | wb: Invalid value for option '--output': expected one of [table, json, yaml]",
        "incidents --limit 0 | wb: --limit must be 1 or more",
        "incident show ../x | wb: an incident is named by its reference, INC-12, or its id, not '../x'",
        "schedule show Security | wb: the id of a rotation has lower-case letters",
        "incident snooze INC-1 --reason x | wb: snooze needs --for or --until",
        "incident ack INC-\uFFFD | wb: not all that you typed could be read; set LANG to one with UTF-8",
      })
  void whatIsMistypedIsSaidInOneLine(String command, String message) {
    WbRun.Result run =
        new WbRun().with("WATCHBILL_URL", "x").with("WATCHBILL_KEY", "y").run(command.split(" "));

    assertThat(run.err()).startsWith(message).endsWith("\n").hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void whoIsNotSignedInIsToldHow() {
    WbRun.Result run = new WbRun().with("HOME", "/nonexistent").run("oncall");

    assertThat(run.err()).startsWith("wb: not signed in: run wb login");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void helpIsWhatWasAskedFor() {
    WbRun.Result run = new WbRun().run("incident", "ack", "--help");

    assertThat(run.out()).startsWith("Usage: wb incident ack [OPTIONS] INCIDENT...");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(new WbRun().run("version").out()).matches("wb \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(new WbRun().run("--version").out()).matches("wb \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(new WbRun().run("version", "-o", "json").out()).startsWith("{\n  \"version\": \"");
  }
}
