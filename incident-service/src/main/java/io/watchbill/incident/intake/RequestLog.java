package io.watchbill.incident.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incoming log: every authenticated request, with its outcome. */
@ApplicationScoped
public class RequestLog {
  private static final String COLUMNS =
      """
      r.id, r.integration, r.received_at, r.outcome, r.detail, r.status, r.alerts, r.incident_id,
      i.number, r.replay_of, r.content_type, r.user_agent, r.size, r.cut""";

  private static final String FROM =
      """

        FROM incoming_request r
        LEFT JOIN any_incident i ON i.id = r.incident_id
      """;

  private static final String RECENT =
      """

        FROM (SELECT * FROM incoming_request WHERE integration = %s
               ORDER BY received_at DESC, id DESC LIMIT 1000) r
        LEFT JOIN any_incident i ON i.id = r.incident_id
      """;

  private static final String APPEND =
      """
      INSERT INTO incoming_request (id, integration, received_at, outcome, detail, status, alerts,
          incident_id, replay_of, content_type, user_agent, size, cut, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private static final String LAST_ACCEPTED =
      """
      SELECT received_at
        FROM incoming_request
       WHERE outcome = $1
       ORDER BY received_at DESC, id DESC LIMIT 1
      """;

  private static final String DELETE =
      """
      DELETE FROM incoming_request
       WHERE id IN (
         SELECT id
           FROM incoming_request
          WHERE received_at < $1
          ORDER BY received_at, id LIMIT $2
            FOR UPDATE SKIP LOCKED)
      """;

  /** The outcome of a request, stored with it. */
  record Verdict(
      RequestOutcome outcome, String detail, int status, int alerts, Optional<UUID> incident) {}

  /** A request with its body. */
  record Logged(RequestView request, byte[] body) {}

  void append(Tx tx, UUID id, String integration, RawRequest request, Verdict verdict) {
    tx.send(
        APPEND,
        id,
        integration,
        tx.now(),
        verdict.outcome().word(),
        verdict.detail(),
        (short) verdict.status(),
        verdict.alerts(),
        verdict.incident().orElse(null),
        request.replayOf().orElse(null),
        request.contentType().orElse(null),
        request.userAgent().orElse(null),
        request.size(),
        request.cut(),
        Buffer.buffer(request.body()));
  }

  /** Finds a request whose incident is visible. */
  Optional<Logged> find(Tx tx, VisibleIncidents visible, UUID id) {
    Where where = new Where().and("r.id = ?", id);
    restrict(where, visible);
    return tx.one("SELECT " + COLUMNS + ", r.body" + FROM + where.sql(), where.values())
        .map(row -> new Logged(view(row), row.getBuffer("body").getBytes()));
  }

  /** Returns one slice of the requests that pass a filter and whose incident is visible. */
  List<RequestView> list(
      Tx tx, VisibleIncidents visible, RequestFilter filter, Optional<String> after, int limit) {
    Where where = filter.where(after);
    restrict(where, visible);
    String last = where.place((long) limit);
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + FROM
                + where.sql()
                + " ORDER BY r.received_at DESC, r.id DESC LIMIT "
                + last,
            where.values())
        .stream()
        .map(RequestLog::view)
        .toList();
  }

  /**
   * Returns the newest request of an integration that was accepted, or that was not, among its last
   * thousand.
   */
  Optional<RequestView> newest(
      Tx tx, VisibleIncidents visible, String integration, boolean accepted) {
    Where where = new Where();
    String recent = RECENT.formatted(where.place(integration));
    where.and("(r.outcome = ?) = ?", RequestOutcome.ACCEPTED.word(), accepted);
    restrict(where, visible);
    return tx.one(
            "SELECT "
                + COLUMNS
                + recent
                + where.sql()
                + " ORDER BY r.received_at DESC, r.id DESC LIMIT 1",
            where.values())
        .map(RequestLog::view);
  }

  private static void restrict(Where where, VisibleIncidents visible) {
    visible
        .hidden(where)
        .ifPresent(
            hidden ->
                where.and("(r.incident_id IS NULL OR r.incident_id NOT IN (" + hidden + "))"));
  }

  /** Returns when the newest accepted request arrived. */
  Optional<Instant> lastAccepted(Tx tx) {
    return tx.one(LAST_ACCEPTED, RequestOutcome.ACCEPTED.word())
        .map(row -> Rows.instant(row, "received_at"));
  }

  /** Deletes requests from before an instant, at most so many. */
  int deleteBefore(Tx tx, Instant before, int most) {
    return tx.update(DELETE, before, (long) most);
  }

  private static RequestView view(Row row) {
    Long number = row.getLong("number");
    return new RequestView(
        row.getUUID("id"),
        row.getString("integration"),
        Rows.instant(row, "received_at"),
        row.getString("outcome"),
        row.getString("detail"),
        row.getShort("status"),
        row.getInteger("alerts"),
        number == null ? null : "INC-" + number,
        row.getUUID("replay_of"),
        row.getString("content_type"),
        row.getString("user_agent"),
        row.getLong("size"),
        row.getBoolean("cut"),
        null);
  }
}
