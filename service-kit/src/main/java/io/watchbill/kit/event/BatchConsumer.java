package io.watchbill.kit.event;

import java.util.List;

/** Processes events of one type in batches, where that is cheaper. */
public interface BatchConsumer extends EventConsumer {

  /**
   * Applies all events, or none; they may have any subjects. After an exception each is {@linkplain
   * #accept processed by itself}, or all are sent again if the database is unavailable.
   *
   * @return an answer for each event, in their order
   */
  List<EventAnswer> accept(List<CloudEvent> events);
}
