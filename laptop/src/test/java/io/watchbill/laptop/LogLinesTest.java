package io.watchbill.laptop;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
  @TempDir Path place;

  @Test
  void onlyPagesPrintedSinceTheBeginningAreShown() throws IOException {
    Path log = Files.writeString(place.resolve("log"), "PAGE old\n");
    LogLines pages = LogLines.pages(log);

    Files.writeString(log, "INFO started\nPAGE alice INC-1\n", APPEND);

    assertThat(pages.next()).containsExactly("PAGE alice INC-1");
    assertThat(pages.next()).isEmpty();
  }

  @Test
  void aLineIsShownWhenItIsWhole() throws IOException {
    Path log = Files.createFile(place.resolve("log"));
    LogLines pages = LogLines.pages(log);

    Files.writeString(log, "PAGE alice", APPEND);
    assertThat(pages.next()).isEmpty();

    Files.writeString(log, " INC-1\n", APPEND);
    assertThat(pages.next()).containsExactly("PAGE alice INC-1");
  }

  @Test
  void aLogThatDoesNotExistYetHasNoPages() throws IOException {
    assertThat(LogLines.pages(place.resolve("none")).next()).isEmpty();
  }

  @Test
  void allLinesOfADevelopedServiceAreShown() throws IOException {
    Path log = Files.writeString(place.resolve("log"), "old\n");
    LogLines lines = LogLines.all(log);

    Files.writeString(log, "INFO started\nPAGE alice INC-1\n", APPEND);

    assertThat(lines.next()).containsExactly("INFO started", "PAGE alice INC-1");
  }
}
