package io.watchbill.escalation.messages;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.delivery.DeliveryLog;
import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.escalation.messages.StoredMessage.Tried;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads messages with their pages, the newest first, of open work and of history. */
@ApplicationScoped
class MessageLog {
  /**
   * The newest of a table with the page of each. The page is looked up for each, so that the
   * deliveries are read in the order of their ids, and no more than needed.
   */
  private static final String NEWEST =
      """
      (SELECT d.id, d.incident, d.kind, d.address, d.state, d.reason, d.due_at,
              d.provider_message_id, p.target_kind, p.target, p.purpose, p.created_at
         FROM (SELECT * FROM delivery $deliveries) AS d
        CROSS JOIN LATERAL (SELECT * FROM page AS page
                             WHERE page.id = d.page AND page.incident = d.incident$of OFFSET 0) AS p
        ORDER BY d.id DESC $limit)
      """;

  private final Visibility visibility;

  MessageLog(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Which part of the log, for whom. */
  record Part(
      Principal caller, MessageFilter filter, ZoneId zone, Optional<UUID> before, int limit) {}

  List<StoredMessage> list(Tx tx, Part part) {
    Where where = visibility.of(part.caller());
    MessageFilter filter = part.filter();
    filter.incidentId().ifPresent(incident -> where.and("incident = ?", incident));
    filter.status().ifPresent(state -> where.and("state = ?", state.wire()));
    filter.from(part.zone()).ifPresent(since -> where.and("id >= ?", TimeBound.at(since)));
    filter.before(part.zone()).ifPresent(until -> where.and("id < ?", TimeBound.at(until)));
    part.before().ifPresent(last -> where.and("id < ?", last));
    String order = where.sql() + " ORDER BY id DESC";
    String limit = "LIMIT " + where.place(part.limit());
    boolean all = filter.person().isEmpty();
    String newest =
        NEWEST
            .replace("$deliveries", all ? order + " " + limit : order)
            .replace(
                "$of",
                all
                    ? ""
                    : " AND target_kind = 'person' AND target = " + where.place(filter.person()))
            .replace("$limit", limit);
    String sql =
        "SELECT * FROM ("
            + newest
            + " UNION ALL "
            + past(newest)
            + ") AS message ORDER BY id DESC "
            + limit;
    return tx.query(sql, where.values()).stream().map(MessageLog::message).toList();
  }

  /** The same of history. */
  private static String past(String newest) {
    return newest
        .replace("FROM delivery ", "FROM past_delivery ")
        .replace("FROM page ", "FROM past_page ");
  }

  /** Returns each attempt, the newest first; what was not tried yet stands for itself. */
  List<Tried> tried(Tx tx, List<StoredMessage> messages) {
    Map<UUID, List<DeliveryView.Attempt>> attempts =
        DeliveryLog.attempts(
            tx,
            messages.stream().map(StoredMessage::incident).toList(),
            messages.stream().map(StoredMessage::id).toList());
    List<Tried> tried = new ArrayList<>();
    for (StoredMessage message : messages) {
      List<DeliveryView.Attempt> its = attempts.getOrDefault(message.id(), List.of());
      its.reversed()
          .forEach(attempt -> tried.add(new Tried(message, attempt, attempt == its.getLast())));
      if (its.isEmpty()) {
        tried.add(new Tried(message, null, true));
      }
    }
    return tried;
  }

  private static StoredMessage message(Row row) {
    return new StoredMessage(
        row.getUUID("id"),
        row.getUUID("incident"),
        PageTarget.of(row),
        row.getString("purpose"),
        row.getString("kind"),
        row.getString("address"),
        row.getString("state"),
        row.getString("reason"),
        Rows.instant(row, "due_at"),
        Rows.instant(row, "created_at"),
        row.getString("provider_message_id"));
  }
}
