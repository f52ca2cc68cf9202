package io.watchbill.escalation.engine;

import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.escalation.DueEscalations;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationClaims;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.heartbeat.Heartbeat;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.loop.BatchSize;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The loop that evaluates due escalations. An iteration is one transaction: lock due escalations
 * that nobody else has locked, read their newest facts, decide by the plan, store outcomes, pages,
 * deliveries and timeline entries. It needs no HTTP: who is on call is read from the cached shifts.
 */
@ApplicationScoped
class EscalationLoop {
  private static final Logger LOG = Logger.getLogger(EscalationLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int BATCH = 200;
  private static final int ONE_BY_ONE = 20;

  private final Database database;
  private final EscalationClaims claims;
  private final EscalationRepository escalations;
  private final Evaluator evaluator;
  private final Effects effects;
  private final Loops loops;
  private final EngineNudge nudge;
  private final FailedEscalations failing;
  private final Heartbeat heartbeat;
  private final Traces traces;
  private final BatchSize size = new BatchSize(BATCH, DEADLINE);
  private volatile boolean oneByOne;

  EscalationLoop(
      Database database,
      EscalationClaims claims,
      EscalationRepository escalations,
      Evaluator evaluator,
      Effects effects,
      Loops loops,
      EngineNudge nudge,
      FailedEscalations failing,
      Heartbeat heartbeat,
      Traces traces) {
    this.database = database;
    this.claims = claims;
    this.escalations = escalations;
    this.evaluator = evaluator;
    this.effects = effects;
    this.loops = loops;
    this.nudge = nudge;
    this.failing = failing;
    this.heartbeat = heartbeat;
    this.traces = traces;
  }

  void start(@Observes StartupEvent event) {
    Loop loop = loops.startVital("escalations", POLL, claims.untilDue(POLL), this::turn);
    nudge.with(loop);
  }

  /** Runs one iteration; any number of replicas may run theirs at the same time. */
  boolean turn() {
    long began = System.nanoTime();
    int most = oneByOne ? Math.min(ONE_BY_ONE, size.next()) : size.next();
    try {
      int taken = database.inTransaction(tx -> takeDue(tx, most));
      size.finished(Duration.ofNanos(System.nanoTime() - began));
      oneByOne = false;
      heartbeat.turned();
      return taken == most;
    } catch (DatabaseUnavailableException e) {
      size.failed();
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "a turn failed; the next one takes each escalation by itself");
      boolean again = !oneByOne;
      oneByOne = true;
      return again;
    }
  }

  private int takeDue(Tx tx, int most) {
    DueEscalations claimed = claims.due(tx, most);
    claimed.unreadable().forEach(one -> failing.unreadable(tx, one));
    List<Escalation> due = claimed.readable();
    if (oneByOne) {
      due.forEach(escalation -> settleAlone(tx, escalation));
    } else if (!due.isEmpty()) {
      settle(tx, due);
    }
    return due.size() + claimed.unreadable().size();
  }

  /** A failing escalation is rolled back and postponed; the others go on. */
  private void settleAlone(Tx tx, Escalation escalation) {
    tx.attempt(() -> settle(tx, List.of(escalation)))
        .ifPresent(
            failure -> {
              LOG.errorf(
                  failure,
                  "escalation %s of incident %s failed",
                  escalation.id(),
                  escalation.incident());
              failing.failed(tx, escalation, failure);
              escalations.putOff(tx, escalation.id(), AFTER_FAILURE);
            });
  }

  private void settle(Tx tx, List<Escalation> due) {
    List<Settled> settled = evaluator.evaluate(tx, due);
    if (!settled.isEmpty()) {
      escalations.settle(tx, settled);
      settled.forEach(EscalationLoop::log);
      List<Traced> spans = settled.stream().filter(EscalationLoop::pages).map(this::span).toList();
      try {
        effects.take(tx, settled);
      } finally {
        spans.forEach(Traced::close);
      }
    }
  }

  private static boolean pages(Settled settled) {
    return !settled.decision().orders().pages().isEmpty();
  }

  private Traced span(Settled settled) {
    return traces
        .continuing(settled.traceparent(), "escalate", SpanKind.INTERNAL)
        .with("watchbill.incident", settled.escalation().incident())
        .with("watchbill.round", settled.escalation().round())
        .with("watchbill.pages", settled.decision().orders().pages().size());
  }

  private static void log(Settled settled) {
    Escalation escalation = settled.escalation();
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, escalation.incident())
            .and(LogContext.ROUND, escalation.round())
            .and(LogContext.ESCALATION, escalation.id())) {
      LOG.debugf(
          "incident %s, round %d: %d outcomes, %d pages, next %s",
          escalation.incident(),
          escalation.round(),
          settled.decision().outcomes().size(),
          settled.decision().orders().pages().size(),
          settled.nextDue());
    }
  }
}
