package io.watchbill.escalation.notice;

import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.event.EventData;
import jakarta.enterprise.context.ApplicationScoped;

/** Receives the notices of the rotation-service. */
@ApplicationScoped
class NoticeConsumer implements EventConsumer {
  private final Notices notices;
  private final EventData data;

  NoticeConsumer(Notices notices, EventData data) {
    this.notices = notices;
    this.data = data;
  }

  @Override
  public String type() {
    return "rotation.notice";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    Notice notice = data.read(event, Notice.class);
    return notice.missing().map(EventAnswer::invalid).orElseGet(() -> notices.take(notice));
  }
}
