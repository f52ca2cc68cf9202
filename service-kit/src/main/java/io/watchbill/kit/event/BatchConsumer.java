package io.watchbill.kit.event;

import java.util.List;

/** Takes events of one type together, for what costs less together than one by one. */
public interface BatchConsumer extends EventConsumer {

  /**
   * Makes all events take effect, or none, before it returns; they may be of any subjects. An
   * exception makes each be taken {@linkplain #accept by itself}, or all be sent again when it is
   * the database that is away.
   *
   * @return an answer for each, in their order
   */
  List<EventAnswer> accept(List<CloudEvent> events);
}
