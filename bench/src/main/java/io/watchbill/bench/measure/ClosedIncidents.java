package io.watchbill.bench.measure;

import io.watchbill.bench.fleet.Fleet;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Closed incidents of the days that are kept, so and so many, of which one number at a time is the
 * history of the services.
 */
final class ClosedIncidents {
  private static final int DAYS = 400;

  /**
   * Tables of which hardly anybody asks but by the id of one incident, in its month: of very many
   * incidents only some have rows in them. With all, ten million would take 80 GB.
   */
  private static final Set<String> SPARSE =
      Set.of(
          "alert_history",
          "alert_group_history",
          "alert_group_member_history",
          "timeline_entry",
          "past_incident_snapshot",
          "past_page",
          "past_delivery",
          "past_step_outcome",
          "past_delivery_attempt");

  private static final long MOST_SPARSE = 1_000_000;

  /** The youngest are so old: what is younger has not left the tables of open work. */
  private static final Duration YOUNGEST = Duration.ofHours(2);

  /** Numbers of incidents that the services give themselves stay below. */
  private static final long FIRST_NUMBER = 1_000_000;

  private static final int TRIES = 20;

  private final Supplier<Connection> connections;
  private final Connection owner;
  private final Template template;
  private final ZonedDateTime since;
  private final ZonedDateTime until;
  private final List<Months> tables;
  private Optional<Long> attached = Optional.empty();

  ClosedIncidents(Supplier<Connection> connections, Template template, ZonedDateTime now) {
    this.connections = connections;
    this.owner = connections.get();
    this.template = template;
    this.since = now.minusDays(DAYS);
    this.until = now.minus(YOUNGEST);
    this.tables = Months.all(owner, Months.of(since), Months.of(now));
  }

  /** A partition that is to be filled. */
  private record Part(Months table, YearMonth month, String variant, Optional<String> insert) {
    void make(Connection connection) {
      table.create(connection, month, variant);
      insert.ifPresent(sql -> Sql.run(connection, sql));
      table.index(connection, month, variant);
    }
  }

  /** Makes a number of closed incidents; they are nobody's history yet. */
  void make(long count) {
    List<Part> parts = new ArrayList<>();
    for (Months table : tables) {
      long most = SPARSE.contains(table.table()) ? Math.min(count, MOST_SPARSE) : count;
      table.months().forEach(month -> parts.add(part(table, month, count, most)));
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> made = new ArrayList<>();
      for (Part part : parts) {
        made.add(two.submit(() -> make(part)));
      }
      for (Future<?> one : made) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      two.shutdownNow();
    }
    Sql.run(
        owner,
        "SELECT setval('incident.incident_number', greatest(%d, (SELECT last_value FROM incident.incident_number)))"
            .formatted(FIRST_NUMBER + count));
  }

  private void make(Part part) {
    try (Connection connection = connections.get()) {
      Sql.run(
          connection,
          "SET maintenance_work_mem = '512MB'; SET synchronous_commit = off;"
              + " SET default_statistics_target = 20; SET jit = off");
      part.make(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Incidents are opened at equal distances; of a table that has fewer, so are the fewer. */
  private Part part(Months table, YearMonth month, long count, long most) {
    ZonedDateTime begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC);
    long whole = Duration.between(since, until).toMillis();
    long from = clamp(Duration.between(since, begin).toMillis(), whole);
    long to = clamp(Duration.between(since, begin.plusMonths(1)).toMillis(), whole);
    long first = Math.ceilDiv(count * from, whole);
    long last = Math.ceilDiv(count * to, whole);
    long share = (last - first) * most / count;
    Optional<String> insert =
        template.insert(
            table,
            table.part(month, variant(count)),
            FIRST_NUMBER + first,
            share,
            "timestamptz '%s' + interval '%d milliseconds'"
                .formatted(since.toInstant(), first * whole / count + 1),
            whole * 1_000 / count);
    return new Part(table, month, variant(count), insert);
  }

  private static long clamp(long value, long most) {
    return Math.max(0, Math.min(most, value));
  }

  private static String variant(long count) {
    return "of_" + count;
  }

  /** Makes a number of closed incidents that were made the history of the services. */
  void attach(long count) {
    if (attached.isEmpty()) {
      tables.forEach(table -> table.clear(owner));
    }
    for (int tried = 1; !swap(count); tried++) {
      if (tried == TRIES) {
        throw new IllegalStateException("the months could not be exchanged");
      }
      Fleet.pause(Duration.ofMillis(300));
    }
    attached = Optional.of(count);
  }

  /** In one transaction: no service ever sees half of it. */
  private boolean swap(long count) {
    try (Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("SET LOCAL lock_timeout = '2s'");
      for (Months table : tables) {
        if (attached.isPresent()) {
          table.detach(statement, variant(attached.get()));
        }
        table.attach(statement, variant(count));
      }
      owner.commit();
      owner.setAutoCommit(true);
      return true;
    } catch (SQLException e) {
      return rolledBack(e);
    }
  }

  private boolean rolledBack(SQLException e) {
    try {
      owner.rollback();
      owner.setAutoCommit(true);
    } catch (SQLException worse) {
      e.addSuppressed(worse);
      throw new IllegalStateException(e);
    }
    // A lock that was not to be had, or a deadlock with a service that reads both.
    if (List.of("55P03", "40P01").contains(e.getSQLState())) {
      return false;
    }
    throw new IllegalStateException(e);
  }

  /** How much a number of incidents takes on the disk. */
  long bytes(long count) {
    return tables.stream().mapToLong(table -> table.bytes(owner, variant(count))).sum();
  }
}
