package io.watchbill.kit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.BatchSize;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.peer.Peers;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends the outbox: claims rows, reads their data, sends a batch and processes the answers. Any
 * number of replicas may do so at once. Rows that a dead sender had claimed are sent again after
 * the lease; receivers accept repeats.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final int MOST = 100;

  /** The longest pause of an event that its receiver could not process. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** The longest pause of events whose receiver was unavailable. */
  private static final Duration LONGEST_PAUSE_AWAY = Duration.ofSeconds(1);

  private final Database database;
  private final Outbox outbox;
  private final EventBatches batches;
  private final Loops loops;
  private final Peers peers;
  private final Traces traces;
  private final Clock clock;
  private final Instance<PagingLoad> rushes;
  private final Counter failures;
  private final Counter parkings;

  Relay(
      Database database,
      Outbox outbox,
      EventBatches batches,
      Loops loops,
      Peers peers,
      Traces traces,
      Clock clock,
      @Any Instance<PagingLoad> rushes,
      MeterRegistry metrics) {
    this.database = database;
    this.outbox = outbox;
    this.batches = batches;
    this.loops = loops;
    this.peers = peers;
    this.traces = traces;
    this.clock = clock;
    this.rushes = rushes;
    this.failures =
        Counter.builder("watchbill.outbox.failures")
            .description("Attempts to send events that failed")
            .register(metrics);
    this.parkings =
        Counter.builder("watchbill.outbox.parkings")
            .description("Events that were parked: their receiver did not understand them")
            .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    for (String destination : outbox.destinations()) {
      EventsClient client = peers.client(EventsClient.class, destination);
      BatchSize size = new BatchSize(MOST, LEASE);
      RelayThrottle brake = new RelayThrottle(rushes, clock);
      Loop loop =
          loops.startVital(
              "relay-" + destination,
              POLL,
              outbox.untilDue(destination, POLL),
              () -> turn(destination, client, size, brake));
      outbox.onAppend(destination, loop::nudge);
    }
  }

  /** Runs an iteration; after one that times out, the next is smaller. */
  private boolean turn(
      String destination, EventsClient client, BatchSize size, RelayThrottle brake) {
    long began = System.nanoTime();
    int most = size.next();
    boolean answered = false;
    try {
      int waitsFrom = brake.waitsFrom();
      List<OutboxRow> rows =
          database.inTransaction(tx -> outbox.claim(tx, destination, waitsFrom, most, LEASE));
      answered = rows.isEmpty() || sendOrPart(rows, client);
      return answered && rows.size() == most;
    } finally {
      if (answered) {
        size.finished(Duration.ofNanos(System.nanoTime() - began));
      } else {
        size.failed();
      }
    }
  }

  /**
   * Finds a row that cannot be read, sent or settled by halving, so that it does not block others.
   */
  private boolean sendOrPart(List<OutboxRow> rows, EventsClient client) {
    try {
      return send(rows, client);
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      if (rows.size() > 1) {
        int half = rows.size() / 2;
        sendOrPart(rows.subList(0, half), client);
        sendOrPart(rows.subList(half, rows.size()), client);
        return false;
      }
      LOG.errorf(e, "event %s of type %s failed", rows.getFirst().id(), rows.getFirst().type());
      putOff(rows, LONGEST_PAUSE, e);
      return false;
    }
  }

  private void putOff(List<OutboxRow> rows, Duration longest, RuntimeException e) {
    failures.increment();
    database.run(
        tx -> {
          rows.forEach(row -> outbox.putOff(tx, row, pause(row, longest), String.valueOf(e)));
        });
  }

  private boolean send(List<OutboxRow> rows, EventsClient client) {
    EventBatch batch = batches.of(rows);
    Map<String, EventAnswer> answers;
    try {
      answers = post(batch, client);
    } catch (RuntimeException e) {
      if (EventBatch.isOfWhatWasSent(e)) {
        throw e;
      }
      LOG.warnf("%d events could not be sent: %s", batch.rows().size(), e);
      putOff(rows, LONGEST_PAUSE_AWAY, e);
      return false;
    }
    settle(batch.rows(), answers, batch.obsolete(rows));
    return true;
  }

  private Map<String, EventAnswer> post(EventBatch batch, EventsClient client) {
    try (Traced span =
        traces.together(batch.traceparents(), "send events", SpanKind.PRODUCER).here()) {
      span.with("messaging.batch.message_count", batch.rows().size());
      try {
        return batch.post(client);
      } catch (RuntimeException e) {
        span.failed(e.getClass().getSimpleName());
        throw e;
      }
    }
  }

  private void settle(
      List<OutboxRow> sent, Map<String, EventAnswer> answers, List<OutboxRow> obsolete) {
    database.run(
        tx -> {
          List<UUID> done = new ArrayList<>(obsolete.stream().map(OutboxRow::id).toList());
          for (OutboxRow row : sent) {
            EventAnswer answer =
                answers.getOrDefault(row.id().toString(), EventAnswer.retry("no answer"));
            switch (answer.status()) {
              case ACCEPTED, REFUSED -> {
                outbox.type(row.type()).answered(tx, row, answer);
                done.add(row.id());
              }
              case INVALID -> {
                if (outbox.type(row.type()).mayBeUnknown()) {
                  LOG.infof("event %s of type %s not accepted: %s", row.id(), row.type(), answer);
                  done.add(row.id());
                } else {
                  park(tx, row, answer);
                }
              }
              case RETRY -> outbox.putOff(tx, row, pause(row, LONGEST_PAUSE), answer.why());
            }
          }
          outbox.remove(tx, done);
        });
  }

  private void park(Tx tx, OutboxRow row, EventAnswer answer) {
    LOG.errorf("event %s of type %s parked: %s", row.id(), row.type(), answer);
    outbox.park(tx, row, answer.why());
    outbox.type(row.type()).parked(tx, row, answer.why());
    tx.afterCommit(parkings::increment);
  }

  private static Duration pause(OutboxRow row, Duration longest) {
    Duration pause = Duration.ofMillis(200L << Math.min(row.attempts(), 6));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
