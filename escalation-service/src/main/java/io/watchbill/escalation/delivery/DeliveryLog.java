package io.watchbill.escalation.delivery;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads deliveries with their attempts. */
@ApplicationScoped
public class DeliveryLog {
  /** Deliveries of open work and of history. */
  static final String ALL =
      "(SELECT * FROM delivery UNION ALL SELECT * FROM past_delivery) AS delivery";

  private static final String ATTEMPTS =
      """
      SELECT a.* FROM unnest($1::uuid[], $2::uuid[]) AS d (incident, id)
       CROSS JOIN LATERAL (
             SELECT * FROM delivery_attempt WHERE incident = d.incident AND delivery = d.id
             UNION ALL
             SELECT * FROM past_delivery_attempt WHERE incident = d.incident AND delivery = d.id) a
       ORDER BY a.delivery, a.number
      """;

  private final Visibility visibility;

  DeliveryLog(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Returns deliveries in the order of their ids, the oldest first. */
  public List<DeliveryView> list(
      Tx tx, IncidentSlice slice, @Nullable UUID page, @Nullable DeliveryStatus state) {
    Where where = visibility.of(slice);
    if (page != null) {
      where.and("page = ?", page);
    }
    if (state != null) {
      where.and("state = ?", state.wire());
    }
    String from = state != null && state.isLive() ? "delivery" : ALL;
    String sql =
        "SELECT * FROM " + from + where.sql() + " ORDER BY id LIMIT " + where.place(slice.limit());
    List<Row> rows = tx.query(sql, where.values());
    Map<UUID, List<DeliveryView.Attempt>> attempts = attempts(tx, rows);
    return rows.stream().map(row -> view(row, attempts)).toList();
  }

  /** Returns a delivery of an incident. */
  public Optional<DeliveryView> find(Tx tx, UUID incident, UUID delivery) {
    List<Row> rows =
        tx.query("SELECT * FROM " + ALL + " WHERE id = $1 AND incident = $2", delivery, incident);
    Map<UUID, List<DeliveryView.Attempt>> attempts = attempts(tx, rows);
    return rows.stream().map(row -> view(row, attempts)).findFirst();
  }

  private static Map<UUID, List<DeliveryView.Attempt>> attempts(Tx tx, List<Row> deliveries) {
    return attempts(
        tx,
        deliveries.stream().map(row -> row.getUUID("incident")).toList(),
        deliveries.stream().map(row -> row.getUUID("id")).toList());
  }

  /**
   * Returns the attempts of deliveries by their ids, in order.
   *
   * @param incidents the incident of each delivery
   */
  public static Map<UUID, List<DeliveryView.Attempt>> attempts(
      Tx tx, List<UUID> incidents, List<UUID> deliveries) {
    Map<UUID, List<DeliveryView.Attempt>> attempts = new HashMap<>();
    tx.query(ATTEMPTS, incidents.toArray(new UUID[0]), deliveries.toArray(new UUID[0]))
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
        Rows.instantOrNull(row, "ended_at"),
        row.getString("outcome"),
        row.getString("detail"));
  }

  private static DeliveryView view(Row row, Map<UUID, List<DeliveryView.Attempt>> attempts) {
    boolean queued = row.getString("state").equals(DeliveryStatus.QUEUED.wire());
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
        Rows.instantOrNull(row, "handed_over_at"),
        row.getString("provider_message_id"),
        attempts.getOrDefault(row.getUUID("id"), List.of()));
  }
}
