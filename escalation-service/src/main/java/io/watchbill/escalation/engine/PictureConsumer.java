package io.watchbill.escalation.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventConsumer;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** The event {@code incident.picture}. */
@ApplicationScoped
class PictureConsumer implements EventConsumer {
  private final Pictures pictures;
  private final Json json;

  PictureConsumer(Pictures pictures, Json json) {
    this.pictures = pictures;
    this.json = json;
  }

  @Override
  public String type() {
    return "incident.picture";
  }

  @Override
  public EventAnswer accept(CloudEvent event) {
    if (event.data() == null || !event.data().isObject()) {
      return EventAnswer.invalid("data is a picture");
    }
    try {
      pictures.take(json.convert(event.data(), IncidentPicture.class));
      return EventAnswer.accepted();
    } catch (JsonProcessingException e) {
      return EventAnswer.invalid("not a picture: " + e.getOriginalMessage());
    }
  }
}
