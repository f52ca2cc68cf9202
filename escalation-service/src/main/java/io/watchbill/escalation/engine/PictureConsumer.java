package io.watchbill.escalation.engine;

import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.kit.event.BatchConsumer;
import io.watchbill.kit.event.CloudEvent;
import io.watchbill.kit.event.EventAnswer;
import io.watchbill.kit.event.EventData;
import io.watchbill.kit.event.UnreadableEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The event {@code incident.picture}; those of a batch are taken by one transaction. */
@ApplicationScoped
class PictureConsumer implements BatchConsumer {
  private final Pictures pictures;
  private final EventData data;

  PictureConsumer(Pictures pictures, EventData data) {
    this.pictures = pictures;
    this.data = data;
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
    try {
      taken.add(data.read(event, IncidentPicture.class));
      return EventAnswer.accepted();
    } catch (UnreadableEventException e) {
      return EventAnswer.invalid("not a picture: " + e.getMessage());
    }
  }
}
