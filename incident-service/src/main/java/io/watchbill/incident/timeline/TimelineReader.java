package io.watchbill.incident.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads the timelines of incidents. */
@ApplicationScoped
public class TimelineReader {
  private static final String SLICE =
      """
      SELECT sequence, id, kind, at, recorded_at, actor_kind, actor, channel, text,
             data::text AS data
        FROM timeline_entry
       WHERE incident_id = $1 AND sequence > $2
       ORDER BY sequence LIMIT $3
      """;

  private static final String NEWEST =
      """
      SELECT sequence, id, kind, at, recorded_at, actor_kind, actor, channel, text,
             data::text AS data
        FROM timeline_entry
       WHERE incident_id = $1
       ORDER BY sequence DESC LIMIT $2
      """;

  private final Json json;

  TimelineReader(Json json) {
    this.json = json;
  }

  /** Returns one slice of a timeline, the oldest entry first. */
  public Slice<TimelineEntry> page(Tx tx, UUID incident, SliceRequest request) {
    long after = request.after().map(TimelineReader::sequence).orElse(0L);
    List<Row> rows = tx.query(SLICE, incident, after, (long) request.limitPlusOne());
    return Slice.of(rows, request, row -> row.getLong("sequence").toString()).map(this::entry);
  }

  /** Returns the newest entries, the newest first. */
  public List<TimelineEntry> newest(Tx tx, UUID incident, int limit) {
    return tx.query(NEWEST, incident, (long) limit).stream().map(this::entry).toList();
  }

  private TimelineEntry entry(Row row) {
    return new TimelineEntry(
        row.getUUID("id"),
        row.getLong("sequence"),
        row.getString("kind"),
        Rows.instant(row, "at"),
        Rows.instant(row, "recorded_at"),
        new TimelineEntry.By(
            row.getString("actor_kind"), row.getString("actor"), row.getString("channel")),
        row.getString("text"),
        json.read(row.getString("data"), JsonNode.class));
  }

  private static long sequence(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
