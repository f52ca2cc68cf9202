package io.watchbill.kit.event;

/** Processes the events of one type. One bean per type. */
public interface EventConsumer {
  String type();

  /**
   * Applies the event. It may come again, late and out of order; events of other subjects are
   * processed at the same time. After any exception the sender tries again; only events that {@link
   * EventData} cannot read, or that are answered {@link EventAnswer#invalid}, are parked.
   */
  EventAnswer accept(CloudEvent event);
}
