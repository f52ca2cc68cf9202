package io.watchbill.kit.event;

/** Takes the events of one type. One bean a type. */
public interface EventConsumer {
  String type();

  /**
   * Makes the event take effect before it returns. It may come again, late and out of order; events
   * of other subjects are taken at the same time. An exception makes the sender try again; an event
   * that can never be taken is answered {@link EventAnswer#invalid}.
   */
  EventAnswer accept(CloudEvent event);
}
