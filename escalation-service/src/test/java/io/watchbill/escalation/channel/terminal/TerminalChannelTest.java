package io.watchbill.escalation.channel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.channel.Messages;
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
}
