package io.watchbill.incident.dialect;

import io.watchbill.incident.alert.SeverityTable;
import java.time.Instant;

/** How one kind of integration speaks. A new kind is one more bean of this type. */
public interface Dialect {

  /** Returns the kind of integration that speaks it: {@code alertmanager}. */
  String kind();

  /**
   * Reads the body of a request.
   *
   * @param severities how to understand the sender's words for severities
   * @param received stands in for instants that are missing or impossible
   */
  IncomingMessage read(byte[] body, SeverityTable severities, Instant received)
      throws UnreadableMessageException;
}
