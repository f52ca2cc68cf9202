package io.watchbill.laptop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThisMachineTest {
  @TempDir Path place;

  private record Run(int status, String output) {}

  private static Run doctor(Path data, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--data", data.toString()));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(output, true, StandardCharsets.UTF_8);
    int status = new Doctor(DoctorOptions.parse(arguments, data), terminal).run();
    return new Run(status, output.toString(StandardCharsets.UTF_8));
  }

  @Test
  void withoutAnInstallationItFails() throws Exception {
    Run run = doctor(place.resolve("no"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output())
        .contains("FAIL  here        launcher: There is no installation in ")
        .contains("1 failed, 0 warnings.");
    assertThat(place.resolve("no")).doesNotExist();
  }

  @Test
  void oneThatDoesNotRunFailsAndNoSecretIsMade() throws Exception {
    Run run = doctor(place, "--json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("\"ok\" : false", "Watchbill is not running on");
    assertThat(place.resolve("secrets")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"99, FAIL", "100, WARN", "1023, WARN", "1024, OK"})
  void theLessRoomTheWorse(long free, Verdict verdict) {
    assertThat(ThisMachine.space(free, Path.of("/x")).verdict()).isEqualTo(verdict);
  }
}
