package io.watchbill.escalation.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.channel.NoticeMessage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a webhook that carries a notice. */
@RegisterForReflection
record WebhookNotice(String type, Instant timestamp, Data data) {

  /** The notice. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      UUID notice,
      UUID delivery,
      String kind,
      String person,
      String name,
      String title,
      String text,
      @Nullable Instant at,
      boolean outcomeUnknown) {}

  static WebhookNotice of(NoticeMessage notice) {
    return new WebhookNotice(
        "notice.created",
        notice.at(),
        new Data(
            notice.notice(),
            notice.envelope().delivery(),
            notice.kind(),
            notice.person(),
            notice.name(),
            notice.title(),
            notice.text(),
            notice.about(),
            notice.envelope().outcomeUnknown()));
  }
}
