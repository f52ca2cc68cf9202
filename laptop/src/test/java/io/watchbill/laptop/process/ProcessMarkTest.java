package io.watchbill.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {
  @TempDir Path place;
  private Process process;
  private ProcessMark mark;

  @BeforeEach
  void start() throws IOException {
    process = new ProcessBuilder("sleep", "60").start();
    mark = new ProcessMark(place.resolve("mark"));
    mark.write(process.toHandle());
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void aLivingProcessIsFound() {
    assertThat(mark.find()).contains(process.toHandle());
  }

  @Test
  void aProcessThatEndedIsNotFound() throws InterruptedException {
    process.destroyForcibly().waitFor();

    assertThat(mark.find()).isEmpty();
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotOurs() throws IOException {
    Instant yesterday = process.info().startInstant().orElseThrow().minus(Duration.ofDays(1));
    Files.writeString(mark.file(), process.pid() + "\n" + yesterday + "\n");

    assertThat(mark.find()).isEmpty();
  }

  @Test
  void aMarkCutShortNamesNobody() throws IOException {
    Files.writeString(mark.file(), process.pid() + "\n");

    assertThat(mark.find()).isEmpty();
  }
}
