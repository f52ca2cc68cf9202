package io.watchbill.incident.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Entry;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The timelines of all incidents: entries are added, never changed nor taken away. */
@ApplicationScoped
public class Timeline {
  private final Json json;

  Timeline(Json json) {
    this.json = json;
  }

  /** Adds entries, in their order. */
  public void append(Tx tx, UUID incident, List<Entry> entries) {
    append(tx, incident, entries, null);
  }

  /** Adds what a neighbour's event led to; the first entry remembers the event. */
  public void append(Tx tx, UUID incident, List<Entry> entries, String eventId) {
    if (entries.isEmpty()) {
      return;
    }
    tx.send(
        "INSERT INTO timeline_entry (id, incident_id, kind, at, recorded_at, actor_kind, actor,"
            + " channel, text, data, event_id) SELECT id, $1, kind, at, $2, actor_kind, actor,"
            + " channel, text, data::jsonb, CASE place WHEN 1 THEN $11 END FROM unnest($3::uuid[],"
            + " $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],"
            + " $10::text[]) WITH ORDINALITY AS e(id, kind, at, actor_kind, actor, channel, text,"
            + " data, place) ORDER BY place",
        incident,
        tx.now(),
        entries.stream().map(entry -> Ids.next()).toArray(UUID[]::new),
        strings(entries, entry -> entry.kind().word()),
        entries.stream().map(Entry::at).toArray(Instant[]::new),
        strings(entries, entry -> word(entry.by())),
        strings(entries, entry -> entry.by().id()),
        strings(entries, entry -> entry.by().channel()),
        strings(entries, Entry::text),
        strings(entries, entry -> json.write(entry.facts())),
        eventId);
  }

  /** Whether an event has its entry already. */
  public boolean knows(Tx tx, UUID incident, String eventId) {
    return tx.one(
            "SELECT 1 AS known FROM timeline_entry WHERE incident_id = $1 AND event_id = $2",
            incident,
            eventId)
        .isPresent();
  }

  /** Whether somebody's acknowledgement of a round has its entry already. */
  public boolean knowsAcknowledgement(Tx tx, UUID incident, int round, String by) {
    return tx.one(
            "SELECT 1 AS known FROM timeline_entry WHERE incident_id = $1 AND kind = $2 AND actor ="
                + " $3 AND data ->> 'round' = $4 LIMIT 1",
            incident,
            Entry.Kind.ACKNOWLEDGED.word(),
            by,
            Integer.toString(round))
        .isPresent();
  }

  /**
   * What a neighbour's event told.
   *
   * @param data JSON
   */
  public record Heard(UUID incident, String eventId, Entry entry, String data) {}

  /** Adds the entries of neighbours' events in their order, each once however often it comes. */
  public void appendOnce(Tx tx, List<Heard> heard) {
    if (heard.isEmpty()) {
      return;
    }
    tx.send(
        "INSERT INTO timeline_entry (id, incident_id, kind, at, recorded_at, actor_kind, actor,"
            + " channel, text, data, event_id) SELECT id, incident, kind, at, $1, actor_kind,"
            + " actor, channel, text, data::jsonb, event FROM unnest($2::uuid[], $3::uuid[],"
            + " $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],"
            + " $10::text[], $11::text[]) WITH ORDINALITY AS e(id, incident, kind, at, actor_kind,"
            + " actor, channel, text, data, event, place) ORDER BY place ON CONFLICT (incident_id,"
            + " event_id) WHERE event_id IS NOT NULL DO NOTHING",
        tx.now(),
        heard.stream().map(one -> Ids.next()).toArray(UUID[]::new),
        heard.stream().map(Heard::incident).toArray(UUID[]::new),
        strings(heard, one -> one.entry().kind().word()),
        heard.stream().map(one -> one.entry().at()).toArray(Instant[]::new),
        strings(heard, one -> word(one.entry().by())),
        strings(heard, one -> one.entry().by().id()),
        strings(heard, one -> one.entry().by().channel()),
        strings(heard, one -> one.entry().text()),
        strings(heard, Heard::data),
        strings(heard, Heard::eventId));
  }

  /** One page of a timeline, the oldest entry first. */
  public Page<TimelineEntry> page(Tx tx, UUID incident, PageRequest request) {
    long after = request.after().map(Timeline::number).orElse(0L);
    List<Row> rows =
        tx.query(
            "SELECT number, id, kind, at, recorded_at, actor_kind, actor, channel, text, data::text"
                + " AS data FROM timeline_entry WHERE incident_id = $1 AND number > $2 ORDER BY"
                + " number LIMIT $3",
            incident,
            after,
            (long) request.limitPlusOne());
    return Page.of(rows, request, row -> row.getLong("number").toString()).map(this::entry);
  }

  private TimelineEntry entry(Row row) {
    return new TimelineEntry(
        row.getUUID("id"),
        row.getString("kind"),
        Rows.instant(row, "at"),
        Rows.instant(row, "recorded_at"),
        new TimelineEntry.By(
            row.getString("actor_kind"), row.getString("actor"), row.getString("channel")),
        row.getString("text"),
        json.read(row.getString("data"), JsonNode.class));
  }

  private static long number(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw PageRequest.invalidCursor();
    }
  }

  private static String word(Actor actor) {
    return actor.kind().name().toLowerCase(Locale.ROOT);
  }

  private static <T> String[] strings(List<T> entries, Function<T, String> column) {
    return entries.stream().map(column).toArray(String[]::new);
  }
}
