package io.watchbill.kit.event;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.loop.LoopPause;
import io.watchbill.kit.time.TimeShift;
import io.watchbill.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events for peer services: stored in the transaction of the change they report, sent by the {@link
 * Relay} after the commit, and retried until they are answered.
 */
@ApplicationScoped
public class Outbox {
  /**
   * Of each priority by itself, the first ones before the others: an index that is asked for
   * several at once reads all of their entries.
   */
  public static final String CLAIM =
      """
      UPDATE outbox
         SET attempts = attempts + 1, next_attempt_at = now() + ($1 + $2) * interval '1 microsecond'
       WHERE id = ANY(ARRAY(
               SELECT o.id
                 FROM unnest($5::smallint[]) AS p (priority)
                CROSS JOIN LATERAL (
                      SELECT id FROM outbox
                       WHERE destination = $3 AND priority = p.priority AND parked_at IS NULL
                         AND next_attempt_at >= $6
                         AND next_attempt_at <= now() + $1 * interval '1 microsecond'
                       ORDER BY next_attempt_at, id LIMIT $4 FOR UPDATE SKIP LOCKED) o
                LIMIT $4))
      RETURNING id, type, subject, payload::text AS payload, created_at, attempts, priority,
                traceparent
      """;

  private static final String OLDEST =
      """
      SELECT o.next_attempt_at
        FROM unnest($4::smallint[]) AS p (priority)
       CROSS JOIN LATERAL (
             SELECT next_attempt_at FROM outbox
              WHERE destination = $1 AND priority = p.priority AND parked_at IS NULL
                AND next_attempt_at >= $2 AND next_attempt_at < $3
              ORDER BY next_attempt_at LIMIT 1) o
       ORDER BY o.next_attempt_at LIMIT 1
      """;

  private final Map<String, OutboundEvent> types;
  private final Floors allFloors;
  private final Map<String, Floor> floors;
  private final TimeShift timeShift;
  private final ClaimedRows claimed;
  private final Traces traces;
  private final Map<String, Runnable> nudges = new ConcurrentHashMap<>();

  Outbox(
      Instance<OutboundEvent> types,
      TimeShift timeShift,
      Floors floors,
      Traces traces,
      MeterRegistry metrics) {
    this.types = types.stream().collect(Collectors.toMap(OutboundEvent::type, Function.identity()));
    this.timeShift = timeShift;
    this.traces = traces;
    this.claimed = ClaimedRows.of(metrics, "outbox");
    this.allFloors = floors;
    this.floors =
        destinations().stream()
            .collect(Collectors.toMap(Function.identity(), one -> floorOf(floors, one)));
  }

  /** Stores a message in the transaction of the change; returns the event's id. */
  public UUID append(Tx tx, OutboxMessage message) {
    return append(tx, List.of(message)).getFirst();
  }

  /**
   * Stores messages with one statement, in their order; returns the events' ids in that order.
   * Records do not wake the relay: each alone would be a batch of one. They carry the trace of this
   * thread.
   */
  public List<UUID> append(Tx tx, List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = messages.stream().map(message -> Ids.next()).toList();
    tx.send(
        """
        INSERT INTO outbox (id, destination, type, subject, priority, payload, created_at,
               next_attempt_at, traceparent)
        SELECT id, destination, type, subject, priority, payload::jsonb, $7, $7, $8
          FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[],
                 $6::text[]) AS m (id, destination, type, subject, priority, payload)
        """,
        ids.toArray(UUID[]::new),
        strings(messages, message -> type(message.type()).destination()),
        strings(messages, OutboxMessage::type),
        strings(messages, OutboxMessage::subject),
        messages.stream().map(message -> (short) message.priority()).toArray(Short[]::new),
        strings(messages, OutboxMessage::payload),
        tx.now(),
        traces.current());
    messages.stream()
        .filter(message -> message.priority() < OutboxMessage.RECORD)
        .map(message -> type(message.type()).destination())
        .distinct()
        .forEach(destination -> tx.afterCommit(nudges.getOrDefault(destination, () -> {})));
    return ids;
  }

  private static String[] strings(
      List<OutboxMessage> messages, Function<OutboxMessage, @Nullable String> column) {
    return messages.stream().map(column).toArray(String[]::new);
  }

  OutboundEvent type(String name) {
    OutboundEvent type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no OutboundEvent of type " + name);
    }
    return type;
  }

  List<String> destinations() {
    return types.values().stream().map(OutboundEvent::destination).distinct().sorted().toList();
  }

  void nudge(String destination) {
    nudges.getOrDefault(destination, () -> {}).run();
  }

  void onAppend(String destination, Runnable nudge) {
    nudges.put(destination, nudge);
  }

  /**
   * Claims due rows of a destination, above a priority, until the lease ends; the rows of a dead
   * sender are due again then. With the transaction's instant the index scan stops at rows that are
   * not due; with clock_timestamp() it would not.
   */
  List<OutboxRow> claim(Tx tx, String destination, int waitsFrom, int limit, Duration lease) {
    List<Row> rows =
        tx.query(
            CLAIM,
            (double) timeShift.shift().toNanos() / 1000,
            (double) lease.toNanos() / 1000,
            destination,
            (long) limit,
            before(waitsFrom),
            requireNonNull(floors.get(destination), destination).at());
    return claimed.read(rows, Outbox::row);
  }

  /** Returns the pause of the loop that sends the rows of a destination. */
  LoopPause untilDue(String destination, Duration poll) {
    return allFloors.untilDue(requireNonNull(floors.get(destination), destination), poll);
  }

  private static Floor floorOf(Floors floors, String destination) {
    return floors.of((tx, from, until) -> oldest(tx, destination, from, until));
  }

  private static Optional<Instant> oldest(Tx tx, String destination, Instant from, Instant until) {
    return tx.one(OLDEST, destination, from, until, before(Integer.MAX_VALUE))
        .map(row -> Rows.instant(row, "next_attempt_at"));
  }

  /** The priorities that go before one. */
  static Short[] before(int priority) {
    return IntStream.range(0, Math.min(priority, OutboxMessage.RECORD + 1))
        .mapToObj(one -> (short) one)
        .toArray(Short[]::new);
  }

  void remove(Tx tx, List<UUID> ids) {
    tx.update("DELETE FROM outbox WHERE id = ANY($1)", (Object) ids.toArray(new UUID[0]));
  }

  void putOff(Tx tx, OutboxRow row, Duration pause, String error) {
    tx.send(
        "UPDATE outbox SET next_attempt_at = $2, last_error = $3 WHERE id = $1",
        row.id(),
        tx.now().plus(pause),
        error);
  }

  void park(Tx tx, OutboxRow row, String error) {
    tx.send(
        "UPDATE outbox SET parked_at = $2, last_error = $3 WHERE id = $1",
        row.id(),
        tx.now(),
        error);
  }

  private static OutboxRow row(Row row) {
    return new OutboxRow(
        row.getUUID("id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("payload"),
        Rows.instant(row, "created_at"),
        row.getInteger("attempts"),
        row.getString("traceparent"));
  }
}
