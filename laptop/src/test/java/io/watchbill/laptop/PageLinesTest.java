package io.watchbill.laptop;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLinesTest {
  @TempDir Path place;

  @Test
  void onlyPagesPrintedSinceTheBeginningAreShown() throws IOException {
    Path log = Files.writeString(place.resolve("log"), "PAGE old\n");
    PageLines pages = new PageLines(log);

    Files.writeString(log, "INFO started\nPAGE alice INC-1\n", APPEND);

    assertThat(pages.next()).containsExactly("PAGE alice INC-1");
    assertThat(pages.next()).isEmpty();
  }

  @Test
  void aLineIsShownWhenItIsWhole() throws IOException {
    Path log = Files.createFile(place.resolve("log"));
    PageLines pages = new PageLines(log);

    Files.writeString(log, "PAGE alice", APPEND);
    assertThat(pages.next()).isEmpty();

    Files.writeString(log, " INC-1\n", APPEND);
    assertThat(pages.next()).containsExactly("PAGE alice INC-1");
  }

  @Test
  void aLogThatDoesNotExistYetHasNoPages() throws IOException {
    assertThat(new PageLines(place.resolve("none")).next()).isEmpty();
  }
}
