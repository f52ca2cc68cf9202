package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HogTest {

  @Test
  void itTakesProcessorTimeUntilItIsClosed() {
    Hog hog = Hog.ofProcessors();
    try {
      assertThat(hog.isAlive()).isTrue();
      Duration before = hog.used();
      while (hog.used().minus(before).compareTo(Duration.ofMillis(300)) < 0) {
        Thread.onSpinWait();
      }
    } finally {
      hog.close();
    }
    assertThat(hog.isAlive()).isFalse();
  }

  @Test
  void itLeavesNothingOnTheDisk(@TempDir Path directory) throws IOException {
    Hog hog = Hog.ofDisk(directory);
    try {
      assertThat(hog.isAlive()).isTrue();
    } finally {
      hog.close();
    }
    assertThat(hog.isAlive()).isFalse();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }
}
