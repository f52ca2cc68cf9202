package io.watchbill.escalation.alarm;

import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes alarms. */
@ApplicationScoped
class AlarmRepository {

  private static final String INSERT =
      """
      INSERT INTO alarm (id, incident, round, kind, branch, raised_at, reason)
      SELECT id, incident, round, kind, branch, $6, reason
        FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $7::text[])
             AS a (id, incident, round, kind, reason, branch)
      ON CONFLICT (incident, round, kind, branch) DO NOTHING
      RETURNING id
      """;

  private final Visibility visibility;

  AlarmRepository(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Stores alarms; returns those that are the first of their kind for their branch and round. */
  List<Alarm> insert(Tx tx, List<Alarm> alarms) {
    Map<UUID, Alarm> byId = new LinkedHashMap<>();
    alarms.forEach(alarm -> byId.put(Ids.next(), alarm));
    return tx
        .query(
            INSERT,
            byId.keySet().toArray(new UUID[0]),
            alarms.stream().map(Alarm::incident).toArray(UUID[]::new),
            alarms.stream().map(Alarm::round).toArray(Integer[]::new),
            alarms.stream().map(alarm -> alarm.kind().text()).toArray(String[]::new),
            alarms.stream().map(Alarm::reason).toArray(String[]::new),
            tx.now(),
            alarms.stream().map(alarm -> alarm.branch().name()).toArray(String[]::new))
        .stream()
        .map(row -> byId.get(row.getUUID("id")))
        .toList();
  }

  List<AlarmView> list(Tx tx, IncidentSlice slice) {
    return list(tx, visibility.of(slice), "id", slice.limit());
  }

  List<AlarmView> newest(Tx tx, IncidentSlice slice, String kind) {
    Where where = visibility.of(slice.caller());
    slice.incident().ifPresent(incident -> where.and("incident = ?", incident));
    slice.after().ifPresent(last -> where.and("id < ?", last));
    if (!kind.isEmpty()) {
      where.and("kind = ?", kind);
    }
    return list(tx, where, "id DESC", slice.limit());
  }

  private static List<AlarmView> list(Tx tx, Where where, String order, int limit) {
    String sql =
        "SELECT * FROM (SELECT * FROM alarm UNION ALL SELECT * FROM past_alarm) AS alarm"
            + where.sql()
            + " ORDER BY "
            + order
            + " LIMIT "
            + where.place(limit);
    return tx.query(sql, where.values()).stream()
        .map(
            row ->
                new AlarmView(
                    row.getUUID("id"),
                    row.getUUID("incident"),
                    row.getInteger("round"),
                    row.getString("kind"),
                    row.getString("branch"),
                    Rows.instant(row, "raised_at"),
                    row.getString("reason")))
        .toList();
  }
}
