package io.watchbill.escalation.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The body of a webhook. */
@RegisterForReflection
record WebhookPage(String type, Instant timestamp, Data data) {

  /** The page; of a restricted incident without its title. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      UUID page,
      UUID delivery,
      UUID incident,
      String reference,
      String title,
      String severity,
      String step,
      String person,
      String role,
      String reason,
      String link,
      String acknowledge,
      boolean outcomeUnknown) {}

  static WebhookPage of(Message m) {
    return new WebhookPage(
        "page.created",
        m.at(),
        new Data(
            m.page(),
            m.delivery(),
            m.incident(),
            m.reference(),
            m.title(),
            m.severity(),
            m.step(),
            m.target(),
            m.role(),
            m.reason(),
            m.link(),
            m.acknowledge(),
            m.outcomeUnknown()));
  }
}
