package io.watchbill.escalation.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.channel.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a webhook that carries a page. */
@RegisterForReflection
record WebhookPage(String type, Instant timestamp, Data data) {

  /** The page; without a title if the incident is restricted. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      UUID page,
      UUID delivery,
      UUID incident,
      @Nullable String reference,
      @Nullable String title,
      @Nullable String severity,
      String step,
      String person,
      String name,
      @Nullable String role,
      String reason,
      @Nullable String link,
      String acknowledge,
      boolean outcomeUnknown,
      @Nullable Instant restoredTo) {}

  static WebhookPage of(Message m) {
    Message.Page page = m.page();
    Message.Incident incident = m.incident();
    return new WebhookPage(
        "page.created",
        m.at(),
        new Data(
            page.id(),
            m.envelope().delivery(),
            incident.id(),
            incident.reference(),
            incident.title(),
            incident.severity(),
            page.step(),
            page.target(),
            page.name(),
            page.role(),
            page.reason(),
            incident.link(),
            page.acknowledge(),
            m.envelope().outcomeUnknown(),
            m.envelope().restoredTo()));
  }
}
