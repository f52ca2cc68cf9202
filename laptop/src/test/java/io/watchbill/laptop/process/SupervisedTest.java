package io.watchbill.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
  @TempDir Path place;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<Process> started = new CopyOnWriteArrayList<>();

  @Test
  void aProcessThatIsKilledIsStartedAgainAndSaidSo() throws Exception {
    try (Supervised ignored = supervise()) {
      started.getFirst().destroyForcibly();

      await().until(() -> started.size() == 2);
      await().until(() -> said.toString(StandardCharsets.UTF_8).contains("was started again"));
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("sleeper has ended; starting it again in 0.5 s");
  }

  @Test
  void whatIsClosedIsEndedAndStaysSo() throws Exception {
    supervise().close();

    assertThat(started).hasSize(1).noneMatch(process -> Processes.isRunning(process.toHandle()));
  }

  private Supervised supervise() throws Exception {
    Console console =
        new Console(
            new PrintStream(said, true, StandardCharsets.UTF_8), place.resolve("launcher.log"));
    return new Supervised("sleeper", this::start, console);
  }

  private Supervised.Run start() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    started.add(process);
    return new Supervised.Run() {
      @Override
      public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      }

      @Override
      public void end() {
        Processes.end(process.toHandle(), Duration.ofSeconds(5));
      }
    };
  }
}
