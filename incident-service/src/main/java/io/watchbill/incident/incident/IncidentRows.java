package io.watchbill.incident.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.AcknowledgementClock;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Anchors;
import io.watchbill.incident.lifecycle.Classification;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Round;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.lifecycle.State;
import io.watchbill.incident.lifecycle.Triggered;
import io.watchbill.kit.database.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of the table {@code incident}, there and back. */
final class IncidentRows {
  static final String COLUMNS =
      "id, number, title, team, policy, integration, created_at, version, state, round, severity,"
          + " tags, triggered_at, acknowledged_at, last_update_at, severity_changed_at,"
          + " acknowledge_due, acknowledge_clock_at, acknowledge_breach_noted, state_by_kind,"
          + " state_by, state_channel, state_at, resolved_how, suppressed_until, mute_kind, mute_until,"
          + " mute_reason, mute_by_kind, mute_by, mute_channel, entries, legal_hold";

  private IncidentRows() {}

  static Incident incident(Row row) {
    return new Incident(
        row.getUUID("id"),
        row.getLong("number"),
        row.getString("title"),
        row.getString("team"),
        Optional.ofNullable(row.getString("policy")),
        Optional.ofNullable(row.getString("integration")),
        Rows.instant(row, "created_at"),
        row.getLong("version"),
        row.getLong("entries"),
        row.getBoolean("legal_hold"),
        lifecycle(row));
  }

  private static Lifecycle lifecycle(Row row) {
    return new Lifecycle(
        state(row),
        round(row),
        new Classification(
            Severity.valueOf(row.getString("severity")), Set.copyOf(Rows.strings(row, "tags"))),
        mute(row));
  }

  private static Round round(Row row) {
    return new Round(
        row.getInteger("round"),
        new Anchors(
            Rows.instant(row, "triggered_at"),
            optional(row, "acknowledged_at"),
            Rows.instant(row, "last_update_at"),
            Rows.instant(row, "severity_changed_at")),
        new AcknowledgementClock(
            Rows.instant(row, "acknowledge_due"),
            optional(row, "acknowledge_clock_at"),
            row.getBoolean("acknowledge_breach_noted")));
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
    return switch (word) {
      case "triggered" -> new Triggered();
      case "acknowledged" -> new Acknowledged(by(row), Rows.instant(row, "state_at"));
      case "resolved" ->
          new Resolved(
              by(row),
              Rows.instant(row, "state_at"),
              Resolved.How.valueOf(row.getString("resolved_how")),
              optional(row, "suppressed_until"));
      default -> throw new IllegalStateException("no state is called " + word);
    };
  }

  private static Actor by(Row row) {
    return new Actor(
        Actor.Kind.valueOf(row.getString("state_by_kind")),
        row.getString("state_by"),
        row.getString("state_channel"));
  }

  private static Optional<Instant> optional(Row row, String column) {
    return Optional.ofNullable(Rows.instant(row, column));
  }

  /** The values of what may change, in the order of {@link #CHANGING}. */
  static List<Object> changing(Incident incident) {
    Lifecycle life = incident.lifecycle();
    Optional<Mute> mute = life.mute();
    return Arrays.asList(
        incident.team(),
        incident.policy().orElse(null),
        incident.version(),
        life.state().word(),
        life.round(),
        life.severity().name(),
        life.tags().toArray(new String[0]),
        life.anchors().triggered(),
        life.anchors().acknowledged().orElse(null),
        life.anchors().lastUpdate(),
        life.anchors().severityChange(),
        life.clock().due(),
        life.clock().acknowledged().orElse(null),
        life.clock().breachRecorded(),
        actor(life.state()).map(by -> by.kind().name()).orElse(null),
        actor(life.state()).map(Actor::id).orElse(null),
        actor(life.state()).map(Actor::channel).orElse(null),
        at(life.state()),
        how(life.state()),
        suppressedUntil(life.state()),
        mute.map(q -> q.kind().name()).orElse(null),
        mute.map(Mute::until).orElse(null),
        mute.map(Mute::reason).orElse(null),
        mute.map(q -> q.by().kind().name()).orElse(null),
        mute.map(q -> q.by().id()).orElse(null),
        mute.map(q -> q.by().channel()).orElse(null),
        incident.entries(),
        incident.legalHold());
  }

  static final String CHANGING =
      "team, policy, version, state, round, severity, tags, triggered_at, acknowledged_at,"
          + " last_update_at, severity_changed_at, acknowledge_due, acknowledge_clock_at,"
          + " acknowledge_breach_noted, state_by_kind, state_by, state_channel, state_at,"
          + " resolved_how, suppressed_until, mute_kind, mute_until, mute_reason, mute_by_kind, mute_by,"
          + " mute_channel, entries, legal_hold";

  private static Optional<Actor> actor(State state) {
    return switch (state) {
      case Triggered triggered -> Optional.empty();
      case Acknowledged acknowledged -> Optional.of(acknowledged.by());
      case Resolved resolved -> Optional.of(resolved.by());
    };
  }

  private static Instant at(State state) {
    return switch (state) {
      case Triggered triggered -> null;
      case Acknowledged acknowledged -> acknowledged.at();
      case Resolved resolved -> resolved.at();
    };
  }

  private static String how(State state) {
    return state instanceof Resolved resolved ? resolved.how().name() : null;
  }

  private static Instant suppressedUntil(State state) {
    return state instanceof Resolved resolved ? resolved.suppressedUntil().orElse(null) : null;
  }
}
