package io.watchbill.escalation.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The body of a webhook that tells a notice. */
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
      String title,
      String text,
      Instant at,
      boolean outcomeUnknown) {}

  static WebhookNotice of(NoticeMessage l) {
    return new WebhookNotice(
        "notice.created",
        l.at(),
        new Data(
            l.notice(),
            l.delivery(),
            l.kind(),
            l.person(),
            l.title(),
            l.text(),
            l.about(),
            l.outcomeUnknown()));
  }
}
