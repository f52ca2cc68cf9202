package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.incident.Incident.Identity;
import io.watchbill.incident.incident.Incident.Owner;
import io.watchbill.incident.incident.Incident.Revision;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Anchors;
import io.watchbill.incident.lifecycle.Classification;
import io.watchbill.incident.lifecycle.ClockKind;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Round;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.lifecycle.SlaClock;
import io.watchbill.incident.lifecycle.State;
import io.watchbill.incident.lifecycle.StateKind;
import io.watchbill.incident.lifecycle.Triggered;
import io.watchbill.kit.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Reads incidents from rows, by the names of {@link IncidentColumns} and of the tables beside. */
final class IncidentRows {
  private IncidentRows() {}

  static Incident incident(Row row) {
    return new Incident(
        new Identity(
            row.getUUID("id"),
            row.getLong("number"),
            row.getString("title"),
            Optional.ofNullable(row.getString("integration")),
            Rows.instant(row, "created_at"),
            optional(row, "began_at").orElseGet(() -> Rows.instant(row, "created_at"))),
        new Owner(row.getString("team"), Optional.ofNullable(row.getString("policy"))),
        new Revision(row.getLong("version"), row.getLong("entries")),
        row.getBoolean("legal_hold"),
        lifecycle(row));
  }

  private static Lifecycle lifecycle(Row row) {
    return new Lifecycle(
        state(row),
        round(row),
        new Classification(
            Severity.valueOf(row.getString("severity")), Set.copyOf(Rows.strings(row, "tags"))),
        mute(row),
        AssignmentRepository.read(row));
  }

  private static Round round(Row row) {
    return new Round(
        row.getInteger("round"),
        new Anchors(
            Rows.instant(row, "triggered_at"),
            optional(row, "acknowledged_at"),
            Rows.instant(row, "last_update_at"),
            Rows.instant(row, "severity_changed_at")),
        acknowledgementClock(row));
  }

  private static SlaClock acknowledgementClock(Row row) {
    return Optional.ofNullable(ClockRepository.read(row).get(ClockKind.ACKNOWLEDGEMENT))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the incident " + row.getUUID("id") + " has no acknowledgement clock"));
  }

  private static Optional<Mute> mute(Row row) {
    return optional(row, "mute_until")
        .map(
            until ->
                new Mute(
                    Mute.Kind.valueOf(row.getString("mute_kind")),
                    until,
                    row.getString("mute_reason"),
                    new Actor(
                        Actor.Kind.valueOf(row.getString("mute_by_kind")),
                        row.getString("mute_by"),
                        row.getString("mute_channel"))));
  }

  private static State state(Row row) {
    String word = row.getString("state");
    StateKind kind =
        StateKind.of(word).orElseThrow(() -> new IllegalStateException("unknown state " + word));
    return switch (kind) {
      case TRIGGERED -> new Triggered();
      case ACKNOWLEDGED -> new Acknowledged(by(row), Rows.instant(row, "state_at"));
      case RESOLVED ->
          new Resolved(
              by(row),
              Rows.instant(row, "state_at"),
              Resolved.How.valueOf(row.getString("resolved_how")),
              optional(row, "suppressed_until"));
    };
  }

  private static Actor by(Row row) {
    return new Actor(
        Actor.Kind.valueOf(row.getString("state_by_kind")),
        row.getString("state_by"),
        row.getString("state_channel"));
  }

  private static Optional<Instant> optional(Row row, String column) {
    return Optional.ofNullable(Rows.instantOrNull(row, column));
  }
}
