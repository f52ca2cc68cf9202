package io.watchbill.incident.severity;

import static java.util.Objects.requireNonNull;

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

/** The catalogue of severities, read from its table at most once a minute. */
@ApplicationScoped
public class SeverityCatalogue {
  private static final Duration CACHED = Duration.ofMinutes(1);

  private static final String LEVELS =
      """
      SELECT id, name, meaning, acknowledge, response, response_business, resolution,
             acknowledgement_timeout
        FROM severity
       ORDER BY rank
      """;

  private final Clock clock;
  private final TimeoutChanges changes;
  private volatile Cached cached = new Cached(Instant.MIN, List.of());

  SeverityCatalogue(Clock clock, TimeoutChanges changes) {
    this.clock = clock;
    this.changes = changes;
  }

  /** Returns all severities, the worst first. */
  public List<SeverityLevel> levels(Tx tx) {
    Cached known = cached;
    if (known.until.isBefore(clock.instant())) {
      List<SeverityLevel> levels = tx.query(LEVELS).stream().map(SeverityCatalogue::level).toList();
      known = new Cached(clock.instant().plus(CACHED), levels);
      cached = known;
    }
    return known.levels;
  }

  /** Reads the catalogue again, so that a change by another replica counts at once. */
  public void reload(Tx tx) {
    cached = new Cached(Instant.MIN, List.of());
    levels(tx);
  }

  /** Returns how long an acknowledgement may take, by severity. */
  public AcknowledgementTimes times(Tx tx) {
    Map<Severity, Duration> times = new EnumMap<>(Severity.class);
    levels(tx).forEach(level -> times.put(level.id(), level.acknowledge()));
    return severity -> requireNonNull(times.get(severity), severity.name());
  }

  /** Returns how long after the last update an acknowledgement ends; empty if it does not. */
  public Optional<Duration> acknowledgementTimeout(Tx tx, Severity severity) {
    return levels(tx).stream()
        .filter(level -> level.id() == severity)
        .findFirst()
        .map(SeverityLevel::acknowledgementTimeout);
  }

  /**
   * Sets or removes a time-out, also for acknowledged incidents; other replicas follow within a
   * minute.
   */
  void setAcknowledgementTimeout(Tx tx, Severity severity, Optional<Duration> after) {
    tx.update(
        "UPDATE severity SET acknowledgement_timeout = $2 WHERE id = $1",
        severity.name(),
        after.map(Duration::toString).orElse(null));
    changes.changed(tx);
    tx.afterCommit(() -> cached = new Cached(Instant.MIN, List.of()));
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

  private record Cached(Instant until, List<SeverityLevel> levels) {}
}
