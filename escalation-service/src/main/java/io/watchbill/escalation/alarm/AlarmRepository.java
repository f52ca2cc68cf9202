package io.watchbill.escalation.alarm;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
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
    return tx
        .query(
            "SELECT id, incident, round, kind, raised_at, reason FROM alarm WHERE ($1::uuid IS NULL"
                + " OR incident = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3",
            incident,
            after,
            (long) limit)
        .stream()
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
