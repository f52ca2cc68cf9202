package io.watchbill.rotation.holiday;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores holiday calendars and their days. */
@ApplicationScoped
class HolidayRepository {
  private static final String COLUMNS = "id, name, country, region, team, revision, changed_at";

  /** A calendar, with the number of its changes. */
  record Stored(HolidayCalendar calendar, long revision) {}

  Optional<Stored> find(Tx tx, String id) {
    return tx.one("SELECT " + COLUMNS + " FROM holiday_calendar WHERE id = $1", id)
        .map(HolidayRepository::stored);
  }

  /**
   * Returns the calendar, locked: nobody changes it or begins to use it before this transaction
   * ends.
   */
  Optional<Stored> lock(Tx tx, String id) {
    return tx.one("SELECT " + COLUMNS + " FROM holiday_calendar WHERE id = $1 FOR UPDATE", id)
        .map(HolidayRepository::stored);
  }

  List<Stored> after(Tx tx, String id, int limit) {
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM holiday_calendar WHERE id > $1 ORDER BY id LIMIT $2",
            id,
            (long) limit)
        .stream()
        .map(HolidayRepository::stored)
        .toList();
  }

  void put(Tx tx, String id, HolidayCalendar wanted, @Nullable String team, String author) {
    tx.update(
        """
        INSERT INTO holiday_calendar (id, name, country, region, team, revision, changed_at, author)
        VALUES ($1, $2, $3, $4, $7, 1, $5, $6)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, team = excluded.team,
               country = excluded.country, region = excluded.region,
               revision = holiday_calendar.revision + 1, changed_at = excluded.changed_at,
               author = excluded.author
        """,
        id,
        wanted.name(),
        wanted.country(),
        wanted.region(),
        tx.now(),
        author,
        team);
  }

  void touch(Tx tx, String id, String author) {
    tx.update(
        """
        UPDATE holiday_calendar SET revision = revision + 1, changed_at = $2, author = $3
         WHERE id = $1
        """,
        id,
        tx.now(),
        author);
  }

  void remove(Tx tx, String id) {
    tx.update("DELETE FROM holiday_calendar WHERE id = $1", id);
  }

  /** Replaces the days from the first one on; earlier days stay as they are. */
  void replaceFrom(Tx tx, String id, LocalDate first, Map<LocalDate, String> days) {
    tx.update("DELETE FROM holiday WHERE calendar = $1 AND day >= $2", id, first);
    LocalDate[] dates = days.keySet().toArray(LocalDate[]::new);
    String[] names = days.values().toArray(String[]::new);
    tx.update(
        """
        INSERT INTO holiday (calendar, day, name)
        SELECT $1, day, name
          FROM unnest($2::date[], $3::text[]) AS t (day, name)
        ON CONFLICT DO NOTHING
        """,
        id,
        dates,
        names);
  }

  boolean hasDays(Tx tx, String id) {
    return tx.one("SELECT 1 FROM holiday WHERE calendar = $1 LIMIT 1", id).isPresent();
  }

  List<HolidayDay> days(Tx tx, String id, LocalDate from, LocalDate to) {
    return tx
        .query(
            """
            SELECT day, name FROM holiday WHERE calendar = $1 AND day >= $2 AND day < $3 ORDER BY day
            """,
            id,
            from,
            to)
        .stream()
        .map(row -> new HolidayDay(row.getLocalDate("day"), row.getString("name")))
        .toList();
  }

  private static Stored stored(Row row) {
    return new Stored(
        new HolidayCalendar(
            row.getString("id"),
            row.getString("name"),
            row.getString("country"),
            row.getString("region"),
            row.getString("team"),
            Rows.instant(row, "changed_at")),
        row.getLong("revision"));
  }
}
