package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void aRestrictedIncidentHasNoTitle() {
    assertThat(Messages.page(null, false).headline()).isEqualTo("[P1] INC-7: restricted incident");
  }

  @Test
  void anIncidentWhoseFactsCannotBeReadHasNoSeverity() {
    Message page = Messages.page("an incident whose facts cannot be read", false);
    UUID id = new UUID(0, 3);
    Message.Incident unread = new Message.Incident(id, null, page.incident().title(), null, null);

    String headline = new Message(page.envelope(), unread, page.page(), page.at()).headline();

    assertThat(headline).isEqualTo(id + ": an incident whose facts cannot be read");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(OneLine.of("x".repeat(500), 100)).hasSize(100).endsWith("…");
  }
}
