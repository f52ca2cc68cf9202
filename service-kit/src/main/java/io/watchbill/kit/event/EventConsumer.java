package io.watchbill.kit.event;

/** Takes the events of one type. One bean a type. */
public interface EventConsumer {
  String type();

  /**
   * Makes the event take effect before it returns. It may come again, late and out of order; events
   * of other subjects are taken at the same time. An exception makes the sender try again, whatever
   * it is; only what {@link EventData} cannot read, or is answered {@link EventAnswer#invalid}, is
   * parked by its sender for good.
   */
  EventAnswer accept(CloudEvent event);
}
