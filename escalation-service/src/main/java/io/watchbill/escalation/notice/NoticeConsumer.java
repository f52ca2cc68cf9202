package io.watchbill.escalation.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the notices of the rotation-service. */
@ApplicationScoped
class NoticeConsumer implements EventConsumer {
  private final Notices notices;
  private final Json json;

  NoticeConsumer(Notices notices, Json json) {
    this.notices = notices;
    this.json = json;
  }

  @Override
  public String type() {
    return "rotation.notice";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    if (event.data() == null) {
      return EventAnswer.invalid("data is needed");
    }
    try {
      Notice notice = json.convert(event.data(), Notice.class);
      return notice.lacks().map(EventAnswer::invalid).orElseGet(() -> notices.take(notice));
    } catch (JsonProcessingException e) {
      return EventAnswer.invalid(e.getOriginalMessage());
    }
  }
}
