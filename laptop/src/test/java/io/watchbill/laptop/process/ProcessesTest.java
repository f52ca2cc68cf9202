package io.watchbill.laptop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {

  @Test
  void whatAProcessHasStartedEndsWithIt() throws Exception {
    Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 300 & wait").start();
    await().until(() -> parent.descendants().findAny().isPresent());
    List<ProcessHandle> started = parent.descendants().toList();

    Processes.endTree(parent.toHandle(), Duration.ofSeconds(5));

    assertThat(parent.isAlive()).isFalse();
    assertThat(started).noneMatch(Processes::isRunning);
  }
}
