package io.watchbill.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the data of events. */
@ApplicationScoped
public class EventData {
  private final Json json;

  EventData(Json json) {
    this.json = json;
  }

  /**
   * Returns the data of an event.
   *
   * @throws UnreadableEventException when the data does not fit the type, which no retry can change
   */
  public <T> T read(CloudEvent event, Class<T> type) {
    if (event.data() == null || !event.data().isObject()) {
      throw new UnreadableEventException("data is an object", null);
    }
    try {
      return json.convert(event.data(), type);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException(e.getOriginalMessage(), e);
    }
  }
}
