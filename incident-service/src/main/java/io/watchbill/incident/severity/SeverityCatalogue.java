package io.watchbill.incident.severity;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue, read from its table at most once a minute. */
@ApplicationScoped
public class SeverityCatalogue {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Clock clock;
  private final TimeoutChanges changes;
  private volatile Kept kept = new Kept(Instant.MIN, List.of());

  SeverityCatalogue(Clock clock, TimeoutChanges changes) {
    this.clock = clock;
    this.changes = changes;
  }

  /** All severities, the worst first. */
  public List<SeverityLevel> levels(Tx tx) {
    Kept known = kept;
    if (known.until.isBefore(clock.instant())) {
      List<SeverityLevel> levels =
          tx
              .query(
                  "SELECT id, name, meaning, acknowledge, response, response_business, resolution,"
                      + " acknowledgement_timeout FROM severity ORDER BY rank")
              .stream()
              .map(SeverityCatalogue::level)
              .toList();
      known = new Kept(clock.instant().plus(KEPT), levels);
      kept = known;
    }
    return known.levels;
  }

  /** Reads it again for what comes next: what was changed elsewhere counts at once. */
  public void readAnew(Tx tx) {
    kept = new Kept(Instant.MIN, List.of());
    levels(tx);
  }

  /** How long an acknowledgement may take, by severity. */
  public AcknowledgementTimes times(Tx tx) {
    Map<Severity, Duration> times = new EnumMap<>(Severity.class);
    levels(tx).forEach(level -> times.put(level.id(), level.acknowledge()));
    return times::get;
  }

  /** After how long of silence an acknowledgement ends; empty if it does not. */
  public Optional<Duration> acknowledgementTimeout(Tx tx, Severity severity) {
    return levels(tx).stream()
        .filter(level -> level.id() == severity)
        .findFirst()
        .map(SeverityLevel::acknowledgementTimeout);
  }

  /**
   * Sets or takes away a time-out, also for what is acknowledged; other replicas follow within a
   * minute.
   */
  void setAcknowledgementTimeout(Tx tx, Severity severity, Optional<Duration> after) {
    tx.update(
        "UPDATE severity SET acknowledgement_timeout = $2 WHERE id = $1",
        severity.name(),
        after.map(Duration::toString).orElse(null));
    changes.changed(tx);
    tx.afterCommit(() -> kept = new Kept(Instant.MIN, List.of()));
  }

  private static SeverityLevel level(Row row) {
    return new SeverityLevel(
        Severity.valueOf(row.getString("id")),
        row.getString("name"),
        row.getString("meaning"),
        Duration.parse(row.getString("acknowledge")),
        Duration.parse(row.getString("response")),
        row.getBoolean("response_business"),
        Duration.parse(row.getString("resolution")),
        Optional.ofNullable(row.getString("acknowledgement_timeout"))
            .map(Duration::parse)
            .orElse(null));
  }

  private record Kept(Instant until, List<SeverityLevel> levels) {}
}
