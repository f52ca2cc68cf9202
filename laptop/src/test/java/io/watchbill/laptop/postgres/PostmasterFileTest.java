package io.watchbill.laptop.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
  @TempDir Path data;

  @Test
  void aNumberThatBelongsToAnotherProcessByNowIsStale() throws IOException {
    Process other = new ProcessBuilder("sleep", "60").start();
    Path file = Files.writeString(data.resolve("postmaster.pid"), other.pid() + "\n" + data + "\n");

    new PostmasterFile(data).stopServer();

    assertThat(file).doesNotExist();
    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }

  @Test
  void aFileCutShortIsStale() throws IOException {
    Path file = Files.writeString(data.resolve("postmaster.pid"), "");

    new PostmasterFile(data).stopServer();

    assertThat(file).doesNotExist();
  }

  @Test
  void withoutAFileNothingRuns() {
    assertThat(new PostmasterFile(data).server()).isEmpty();
  }
}
