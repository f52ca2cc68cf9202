package io.watchbill.escalation.escalation;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads rows of escalations. */
@ApplicationScoped
class EscalationRows {
  private final ProgressCodec codec;

  EscalationRows(ProgressCodec codec) {
    this.codec = codec;
  }

  /** Reads a row; its progress is text. */
  Escalation escalation(Row row) {
    return new Escalation(
        row.getUUID("id"),
        row.getUUID("incident"),
        row.getInteger("round"),
        Purpose.of(row.getString("purpose")),
        row.getString("snapshot"),
        codec.read(row.getString("progress")));
  }
}
