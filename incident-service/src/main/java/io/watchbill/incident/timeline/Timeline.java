package io.watchbill.incident.timeline;

import static java.util.Objects.requireNonNull;

import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.NewEntry;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores the timelines of incidents; entries are added, never changed or removed. The sequence of
 * an entry in its timeline (1, 2, 3, …, without gaps) is assigned under the lock of the incident:
 * what commits later comes later, and a slice never skips an entry.
 */
@ApplicationScoped
public class Timeline {
  private static final String KNOWS =
      """
      SELECT 1 AS known FROM timeline_entry WHERE incident_id = $1 AND event_id = $2
      """;

  private static final String KNOWS_ACKNOWLEDGEMENT =
      """
      SELECT 1 AS known
        FROM timeline_entry
       WHERE incident_id = $1 AND kind = $2 AND actor = $3 AND data ->> 'round' = $4
       LIMIT 1
      """;

  private final Json json;

  Timeline(Json json) {
    this.json = json;
  }

  /**
   * Adds entries, in their order, to the timeline of an incident that this transaction has locked.
   *
   * @param before how many entries there are
   * @param eventId the peer service's event that caused them, stored with the first; else null
   */
  public void append(
      Tx tx, UUID incident, long before, List<NewEntry> entries, @Nullable String eventId) {
    List<Received> received = new ArrayList<>();
    for (NewEntry entry : entries) {
      String event = received.isEmpty() ? eventId : null;
      received.add(new Received(incident, event, entry, json.write(entry.facts())));
    }
    insert(
        tx, received, LongStream.range(before, before + entries.size()).map(n -> n + 1).toArray());
  }

  /** Returns whether an event already has its entry. */
  public boolean knows(Tx tx, UUID incident, String eventId) {
    return tx.one(KNOWS, incident, eventId).isPresent();
  }

  /** Returns whether somebody's acknowledgement of a round already has its entry. */
  public boolean knowsAcknowledgement(Tx tx, UUID incident, int round, String by) {
    return tx.one(
            KNOWS_ACKNOWLEDGEMENT,
            incident,
            NewEntry.Kind.ACKNOWLEDGED.word(),
            by,
            Integer.toString(round))
        .isPresent();
  }

  /**
   * An entry that a peer service sent as an event.
   *
   * @param data JSON
   */
  public record Received(UUID incident, @Nullable String eventId, NewEntry entry, String data) {}

  /**
   * Adds entries of peer services in their order, each once however often its event arrives, to the
   * timelines of incidents that this transaction has locked.
   *
   * @param entries how many entries each of the incidents has
   * @return how many each has afterwards, if it got any
   */
  public Map<UUID, Long> appendOnce(Tx tx, List<Received> received, Map<UUID, Long> entries) {
    Set<EventKey> known = known(tx, received);
    List<Received> fresh = received.stream().filter(one -> known.add(EventKey.of(one))).toList();
    Map<UUID, Long> after = new HashMap<>();
    long[] sequences = new long[fresh.size()];
    for (int i = 0; i < sequences.length; i++) {
      UUID incident = fresh.get(i).incident();
      sequences[i] = requireNonNull(after.getOrDefault(incident, entries.get(incident))) + 1;
      after.put(incident, sequences[i]);
    }
    insert(tx, fresh, sequences);
    return after;
  }

  /** An event that has an entry. */
  private record EventKey(UUID incident, @Nullable String event) {
    static EventKey of(Received received) {
      return new EventKey(received.incident(), received.eventId());
    }
  }

  private static Set<EventKey> known(Tx tx, List<Received> received) {
    return tx
        .query(
            """
            SELECT e.incident_id, e.event_id
              FROM unnest($1::uuid[], $2::text[]) AS h (incident, event)
              JOIN timeline_entry e ON e.incident_id = h.incident AND e.event_id = h.event
            """,
            received.stream().map(Received::incident).toArray(UUID[]::new),
            strings(received, Received::eventId))
        .stream()
        .map(row -> new EventKey(row.getUUID("incident_id"), row.getString("event_id")))
        .collect(Collectors.toSet());
  }

  private void insert(Tx tx, List<Received> received, long[] sequences) {
    if (received.isEmpty()) {
      return;
    }
    tx.send(
        """
        INSERT INTO timeline_entry (incident_id, sequence, id, kind, at, recorded_at, actor_kind,
            actor, channel, text, data, event_id)
        SELECT incident, sequence, id, kind, at, $1, actor_kind, actor, channel, text, data::jsonb,
            event
          FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[],
              $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
            AS e (incident, sequence, id, kind, at, actor_kind, actor, channel, text, data, event)
        """,
        tx.now(),
        received.stream().map(Received::incident).toArray(UUID[]::new),
        LongStream.of(sequences).boxed().toArray(Long[]::new),
        received.stream().map(one -> Ids.next()).toArray(UUID[]::new),
        strings(received, one -> one.entry().kind().word()),
        received.stream().map(one -> one.entry().at()).toArray(Instant[]::new),
        strings(received, one -> word(one.entry().by())),
        strings(received, one -> one.entry().by().id()),
        strings(received, one -> one.entry().by().channel()),
        strings(received, one -> one.entry().text()),
        strings(received, Received::data),
        strings(received, Received::eventId));
  }

  private static String word(Actor actor) {
    return actor.kind().name().toLowerCase(Locale.ROOT);
  }

  private static <T> String[] strings(List<T> entries, Function<T, String> column) {
    return entries.stream().map(column).toArray(String[]::new);
  }
}
