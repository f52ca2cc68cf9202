package io.watchbill.escalation.delivery;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads deliveries with their attempts. */
@ApplicationScoped
class DeliveryLog {

  /** Deliveries in the order of their ids, which is that of their making. */
  List<DeliveryView> list(Tx tx, UUID incident, UUID page, String state, UUID after, int limit) {
    List<Row> rows =
        tx.query(
            "SELECT * FROM delivery WHERE ($1::uuid IS NULL OR incident = $1) AND ($2::uuid IS NULL"
                + " OR page = $2) AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR id"
                + " > $4) ORDER BY id LIMIT $5",
            incident,
            page,
            state,
            after,
            (long) limit);
    Map<UUID, List<DeliveryView.Attempt>> attempts = attempts(tx, rows);
    return rows.stream().map(row -> view(row, attempts)).toList();
  }

  private static Map<UUID, List<DeliveryView.Attempt>> attempts(Tx tx, List<Row> deliveries) {
    Map<UUID, List<DeliveryView.Attempt>> attempts = new HashMap<>();
    tx.query(
            "SELECT * FROM delivery_attempt WHERE delivery = ANY($1) ORDER BY delivery, number",
            (Object) deliveries.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
        .forEach(
            row ->
                attempts
                    .computeIfAbsent(row.getUUID("delivery"), id -> new ArrayList<>())
                    .add(attempt(row)));
    return attempts;
  }

  private static DeliveryView.Attempt attempt(Row row) {
    return new DeliveryView.Attempt(
        row.getInteger("number"),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "ended_at"),
        row.getString("outcome"),
        row.getString("detail"));
  }

  private static DeliveryView view(Row row, Map<UUID, List<DeliveryView.Attempt>> attempts) {
    boolean queued = row.getString("state").equals("queued");
    return new DeliveryView(
        row.getUUID("id"),
        row.getUUID("page"),
        row.getUUID("incident"),
        row.getString("method"),
        row.getString("kind"),
        row.getString("state"),
        row.getString("reason"),
        row.getBoolean("outcome_unknown"),
        Rows.instant(row, "due_at"),
        queued ? Rows.instant(row, "available_at") : null,
        Rows.instant(row, "handed_over_at"),
        attempts.getOrDefault(row.getUUID("id"), List.of()));
  }
}
