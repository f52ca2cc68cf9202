package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextTest {

  private static Message message(String title, boolean outcomeUnknown) {
    return new Message(
        new UUID(0, 1),
        new UUID(0, 2),
        "a@example.org",
        null,
        outcomeUnknown,
        new UUID(0, 3),
        "INC-7",
        title,
        "P1",
        "primary",
        "alice",
        "primary",
        "alice is on call",
        "https://x/i",
        "https://x/acknowledge/t",
        Instant.EPOCH);
  }

  @Test
  void theTerminalPrintsOneLineWhateverTheTitle() {
    String line = TerminalChannel.line(message("a\u001b[2J\r\nPAGE b\u2028c", false));

    assertThat(line)
        .startsWith("PAGE alice (primary) [P1] INC-7: a [2J PAGE b c")
        .endsWith("acknowledge: https://x/acknowledge/t")
        .doesNotContain("\n", "\r", "\u001b");
  }

  @Test
  void aRestrictedIncidentHasNoTitle() {
    assertThat(message(null, false).headline()).isEqualTo("[P1] INC-7: restricted incident");
  }

  @Test
  void aMailThatMayBeASecondCopySaysSo() {
    assertThat(EmailChannel.text(message("x", true))).contains("may be a second copy");
    assertThat(EmailChannel.text(message("x", false))).doesNotContain("second copy");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(OneLine.of("x".repeat(500), 100)).hasSize(100).endsWith("…");
  }
}
