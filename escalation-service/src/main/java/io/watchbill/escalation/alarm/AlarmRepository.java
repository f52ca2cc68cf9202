package io.watchbill.escalation.alarm;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Rows of alarms. */
@ApplicationScoped
class AlarmRepository {

  /** Stores an alarm; answers false when the round had one of that kind. */
  boolean insert(Tx tx, UUID incident, int round, String kind, String reason) {
    return tx.update(
            "INSERT INTO alarm (id, incident, round, kind, raised_at, reason) VALUES ($1, $2, $3,"
                + " $4, $5, $6) ON CONFLICT (incident, round, kind) DO NOTHING",
            Ids.next(),
            incident,
            round,
            kind,
            tx.now(),
            reason)
        == 1;
  }

  List<AlarmView> list(Tx tx, UUID incident, UUID after, int limit) {
    Where where = new Where();
    if (incident != null) {
      where.and("incident = ?", incident);
    }
    if (after != null) {
      where.and("id > ?", after);
    }
    String sql =
        "SELECT * FROM (SELECT * FROM alarm UNION ALL SELECT * FROM past_alarm) AS alarm"
            + where.sql()
            + " ORDER BY id LIMIT "
            + where.place(limit);
    return tx.query(sql, where.values()).stream()
        .map(
            row ->
                new AlarmView(
                    row.getUUID("id"),
                    row.getUUID("incident"),
                    row.getInteger("round"),
                    row.getString("kind"),
                    Rows.instant(row, "raised_at"),
                    row.getString("reason")))
        .toList();
  }
}
