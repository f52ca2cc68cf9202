package io.watchbill.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.audit.Audit;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.metric.Counters;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parked events: listed, retried or dropped by an admin. */
@Startup
@ApplicationScoped
public class ParkedEvents {
  private static final String COLUMNS =
      "id, type, destination, subject, created_at, parked_at, attempts, last_error";
  private static final String RETRY = "retry-event";
  private static final String DROP = "drop-event";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final Counters counts;

  ParkedEvents(Database database, Outbox outbox, Audit audit, MeterRegistry metrics) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.outbox.parked.handled",
            "Parked events that an admin retried or dropped",
            "action",
            List.of(RETRY, DROP));
  }

  /** Returns parked events in the order in which they were stored. */
  List<ParkedEvent> list(Optional<UUID> after, int limit) {
    return database.read(
        tx ->
            tx
                .query(
                    "SELECT "
                        + COLUMNS
                        + " FROM outbox WHERE parked_at IS NOT NULL AND ($1::uuid IS NULL OR id >"
                        + " $1) ORDER BY id LIMIT $2",
                    after.orElse(null),
                    (long) limit)
                .stream()
                .map(ParkedEvents::event)
                .toList());
  }

  /** Queues an event again, as if it were new; does nothing if it is queued already. */
  ParkedEvent retry(UUID id, String by) {
    return database.inTransaction(
        tx -> {
          ParkedEvent event = locked(tx, id);
          if (event.parkedAt() == null) {
            return event;
          }
          tx.update(
              """
              UPDATE outbox SET parked_at = NULL, attempts = 0, next_attempt_at = $2 WHERE id = $1
              """,
              id,
              tx.now());
          record(tx, RETRY, event, by);
          tx.afterCommit(() -> outbox.nudge(event.destination()));
          return locked(tx, id);
        });
  }

  /** Drops an event: its receiver never gets it. */
  void drop(UUID id, String by) {
    database.inTransaction(
        tx -> {
          ParkedEvent event = locked(tx, id);
          if (event.parkedAt() == null) {
            throw notFound(id);
          }
          record(tx, DROP, event, by);
          return tx.update("DELETE FROM outbox WHERE id = $1", id);
        });
  }

  private void record(Tx tx, String action, ParkedEvent event, String by) {
    audit.record(
        tx,
        by,
        action,
        event.id().toString(),
        "%s about %s to %s, parked at %s: %s"
            .formatted(
                event.type(),
                event.subject(),
                event.destination(),
                event.parkedAt(),
                event.error()));
    tx.afterCommit(() -> counts.increment(action));
  }

  private static ParkedEvent locked(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM outbox WHERE id = $1 FOR UPDATE", id)
        .map(ParkedEvents::event)
        .orElseThrow(() -> notFound(id));
  }

  private static Problem notFound(UUID id) {
    return Problem.notFound("parked event", id);
  }

  private static ParkedEvent event(Row row) {
    return new ParkedEvent(
        row.getUUID("id"),
        row.getString("type"),
        row.getString("destination"),
        row.getString("subject"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "parked_at"),
        row.getInteger("attempts"),
        row.getString("last_error"));
  }
}
