package io.watchbill.incident.alertmanager;

import io.watchbill.incident.alert.SeverityTable;
import io.watchbill.incident.dialect.Dialect;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.UnreadableMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The webhook of Alertmanager, version 4. */
@ApplicationScoped
public class Alertmanager implements Dialect {
  static final String KIND = "alertmanager";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public IncomingMessage read(byte[] body, SeverityTable severities, Instant received)
      throws UnreadableMessageException {
    return new MessageReader(severities, received).read(body);
  }
}
