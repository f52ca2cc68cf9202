package io.watchbill.escalation.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.kit.event.BatchConsumer;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The event {@code incident.picture}; those of a batch are taken by one transaction. */
@ApplicationScoped
class PictureConsumer implements BatchConsumer {
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
    return accept(List.of(event)).getFirst();
  }

  @Override
  public List<EventAnswer> accept(List<CloudEvent> events) {
    List<IncidentPicture> taken = new ArrayList<>();
    List<EventAnswer> answers = events.stream().map(event -> read(event, taken)).toList();
    if (!taken.isEmpty()) {
      pictures.take(taken);
    }
    return answers;
  }

  private EventAnswer read(CloudEvent event, List<IncidentPicture> taken) {
    if (event.data() == null || !event.data().isObject()) {
      return EventAnswer.invalid("data is a picture");
    }
    try {
      taken.add(json.convert(event.data(), IncidentPicture.class));
      return EventAnswer.accepted();
    } catch (JsonProcessingException e) {
      return EventAnswer.invalid("not a picture: " + e.getOriginalMessage());
    }
  }
}
