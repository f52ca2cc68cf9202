package io.watchbill.escalation.channel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.channel.Messages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalChannelTest {

  @Test
  void theTerminalPrintsOneLineWhateverTheTitle() {
    String line = TerminalChannel.line(Messages.page("a\u001b[2J\r\nPAGE b\u2028c", false));

    assertThat(line)
        .startsWith("PAGE Alice Ampère (primary) [P1] INC-7: a [2J PAGE b c")
        .endsWith("acknowledge: https://x/acknowledge/t")
        .doesNotContain("\n", "\r", "\u001b");
  }

  @Test
  void aPageThatMayRepeatOneOfBeforeARestoreSaysSo() {
    Instant restoredTo = Instant.parse("2026-11-30T12:04:31Z");

    assertThat(TerminalChannel.line(Messages.repeated(restoredTo)))
        .contains(
            " - The database was restored to its state of Mon 30 Nov 12:04 UTC: you may have been"
                + " called for this already. - acknowledge: ");
  }
}
