package io.watchbill.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameLineTest {
  private final List<String> written = new ArrayList<>();
  private long seconds;
  private final SameLine line = new SameLine(() -> Duration.ofSeconds(seconds).toNanos());

  @Test
  void aLineThatComesAgainIsWrittenOnceInTenSecondsWithHowOftenItWasLeftOut() {
    for (seconds = 0; seconds <= 20; seconds++) {
      line.log("no room", written::add);
    }

    assertThat(written)
        .containsExactly("no room", "no room (9 more since then)", "no room (9 more since then)");
  }

  @Test
  void anotherLineIsWrittenAtOnce() {
    line.log("no room", written::add);
    line.log("no room", written::add);
    line.log("no answer", written::add);
    line.log("no room", written::add);

    assertThat(written).containsExactly("no room", "no answer", "no room");
  }
}
