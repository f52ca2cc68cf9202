package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/** The open incidents while history is measured, the same for each measurement. */
final class OpenWork {
  private static final String UNSENT =
      "SELECT (SELECT count(*) FROM incident.outbox) + (SELECT count(*) FROM escalation.outbox)";
  private static final String OF_GONE = "DELETE FROM %s WHERE %s IN (SELECT id FROM gone)";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> OF_ESCALATIONS =
      List.of(
          "delivery_attempt",
          "delivery",
          "page",
          "step_outcome",
          "escalation",
          "acknowledgement",
          "alarm",
          "incident_snapshot");

  private final Connection owner;

  /** All incidents that are open now stay. */
  OpenWork(Connection owner) {
    this.owner = owner;
    Sql.run(
        owner,
        "DROP TABLE IF EXISTS stays, gone; CREATE TEMP TABLE stays AS SELECT id FROM incident.incident");
    Sql.run(owner, "CREATE TEMP TABLE gone (id uuid)");
  }

  /** Waits until the services have sent each other all events. */
  void awaitDelivered() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Sql.number(owner, UNSENT) > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("events are not sent: " + UNSENT);
      }
      Fleet.pause(Duration.ofMillis(100));
    }
  }

  /** Deletes all incidents that were opened since, with all that belongs to them. */
  void reset() {
    Sql.run(
        owner,
        "INSERT INTO gone SELECT id FROM incident.incident EXCEPT SELECT id FROM stays;"
            + " ANALYZE gone");
    Sql.run(
        owner,
        "DELETE FROM incident.alert WHERE id IN (SELECT m.alert_id FROM"
            + " incident.alert_group_member m WHERE m.incident_id IN (SELECT id FROM gone))");
    for (String table :
        List.of("alert_group_member", "alert_group", "timeline_entry", "incident_clock")) {
      Sql.run(owner, OF_GONE.formatted("incident." + table, "incident_id"));
    }
    Sql.run(owner, "DELETE FROM incident.timer WHERE key IN (SELECT id::text FROM gone)");
    Sql.run(owner, OF_GONE.formatted("incident.incident", "id"));
    for (String table : OF_ESCALATIONS) {
      Sql.run(owner, OF_GONE.formatted("escalation." + table, "incident"));
    }
    Sql.run(
        owner,
        "DELETE FROM incident.outbox; DELETE FROM escalation.outbox;"
            + " DELETE FROM incident.incoming_request; TRUNCATE gone");
    for (String table :
        List.of(
            "alert",
            "alert_group",
            "alert_group_member",
            "incident",
            "incident_clock",
            "timer",
            "outbox")) {
      Sql.run(owner, "VACUUM ANALYZE incident." + table);
    }
    Sql.run(owner, "VACUUM incident.incoming_request");
    for (String table : OF_ESCALATIONS) {
      Sql.run(owner, "VACUUM ANALYZE escalation." + table);
    }
    Sql.run(owner, "VACUUM ANALYZE escalation.outbox");
  }
}
