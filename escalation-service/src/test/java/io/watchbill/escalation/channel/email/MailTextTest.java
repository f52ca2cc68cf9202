package io.watchbill.escalation.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.channel.Messages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailTextTest {

  @Test
  void aPageSaysWhatToDoFirst() {
    assertThat(MailText.of(Messages.page("Disk full", false)))
        .isEqualTo(
            """
            [P1] INC-7: Disk full

            Acknowledge: https://x/acknowledge/t

            Paged: Alice Ampère
            Step:  primary
            Why:   Alice Ampère is on call
            Open:  https://x/i
            """);
  }

  @Test
  void aMailThatMayBeASecondCopySaysSo() {
    assertThat(MailText.of(Messages.page("x", true))).contains("may be a second copy");
    assertThat(MailText.of(Messages.page("x", false))).doesNotContain("second copy");
  }

  @Test
  void aMailThatMayRepeatOneOfBeforeARestoreSaysSoBeforeItsLink() {
    assertThat(MailText.of(Messages.repeated(Instant.parse("2026-11-30T12:04:31Z"))))
        .startsWith(
            """
            [P1] INC-7: Disk full

            The database was restored to its state of Mon 30 Nov 12:04 UTC: you may have been called for this already.

            Acknowledge: https://x/acknowledge/t
            """);
  }
}
