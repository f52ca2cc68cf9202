package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.SpanKind;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.escalation.delivery.AttemptOutcome;
import io.watchbill.escalation.delivery.AttemptRepository;
import io.watchbill.escalation.delivery.BranchRepository;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryStatus;
import io.watchbill.escalation.delivery.SendDecision;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends claimed deliveries that the last look leaves: calls the channel for each, and records the
 * results. If recording fails, the lease ends and the delivery is sent again with the same id,
 * marked as possibly a second copy: at least once, never lost.
 */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);

  private final Database database;
  private final AttemptRepository attempts;
  private final BranchRepository branches;
  private final LastLook look;
  private final EscalationRepository escalations;
  private final Results results;
  private final SentDeliveries handedOver;
  private final PageMessages messages;
  private final Lateness lateness;
  private final DeliveryMetrics metrics;
  private final Traces traces;

  Sender(
      Database database,
      AttemptRepository attempts,
      BranchRepository branches,
      LastLook look,
      EscalationRepository escalations,
      Results results,
      SentDeliveries handedOver,
      PageMessages messages,
      Lateness lateness,
      DeliveryMetrics metrics,
      Traces traces) {
    this.database = database;
    this.attempts = attempts;
    this.branches = branches;
    this.look = look;
    this.escalations = escalations;
    this.results = results;
    this.handedOver = handedOver;
    this.messages = messages;
    this.lateness = lateness;
    this.metrics = metrics;
    this.traces = traces;
  }

  void send(Channel channel, Claimed delivery, LastLook.Check check) {
    try (LogContext about = about(delivery)) {
      sendOrLeave(channel, delivery, check);
    }
  }

  private static LogContext about(Claimed delivery) {
    return LogContext.with(LogContext.INCIDENT, delivery.incident())
        .and(LogContext.REFERENCE, delivery.snapshot().reference())
        .and(LogContext.ROUND, delivery.page().branch().round())
        .and(LogContext.PAGE, delivery.page().id())
        .and(LogContext.DELIVERY, delivery.id());
  }

  private void sendOrLeave(Channel channel, Claimed delivery, LastLook.Check first) {
    LastLook.Check check = first;
    while (check.isOutdated()) {
      check = requireNonNull(look.at(List.of(delivery)).get(delivery.id()));
    }
    switch (check.wanted()) {
      case SendDecision.Yes yes -> call(channel, delivery, yes.at());
      case SendDecision.Lost lost -> LOG.debugf("delivery %s is not ours any more", delivery.id());
      case SendDecision.Drop drop -> database.inTransaction(tx -> leave(tx, delivery));
      case SendDecision.Hold hold -> database.inTransaction(tx -> leave(tx, delivery));
    }
  }

  private void call(Channel channel, Claimed delivery, Instant now) {
    if (delivery.attempt() == 1) {
      lateness.record(delivery.kind(), delivery.due(), now);
    }
    SendResult result = sendTraced(channel, delivery, now);
    metrics.attempted(delivery.kind(), outcome(result));
    LOG.infof(
        "delivery %s of incident %s by %s, attempt %d: %s",
        delivery.id(),
        delivery.incident(),
        delivery.kind(),
        delivery.attempt(),
        outcome(result).wire());
    if (result instanceof SendResult.Done done) {
      handedOver.record(delivery, done);
    } else {
      database.inTransaction(tx -> results.record(tx, delivery, result));
    }
  }

  private SendResult sendTraced(Channel channel, Claimed delivery, Instant now) {
    try (Traced span = span(delivery).here()) {
      SendResult result = trySending(channel, delivery, now);
      if (!(result instanceof SendResult.Done)) {
        span.failed(outcome(result).wire());
      }
      return result;
    }
  }

  private Traced span(Claimed delivery) {
    return traces
        .continuing(delivery.traceparent(), "page by " + delivery.kind(), SpanKind.CLIENT)
        .with("watchbill.incident", delivery.incident())
        .with("watchbill.delivery", delivery.id())
        .with("watchbill.attempt", delivery.attempt());
  }

  private SendResult trySending(Channel channel, Claimed delivery, Instant now) {
    try {
      return channel.send(messages.of(delivery, now));
    } catch (RuntimeException e) {
      LOG.errorf(e, "channel %s failed for delivery %s", delivery.kind(), delivery.id());
      return new SendResult.Failed("internal error: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Checks again under the locks that acknowledgements and failures of the branch take, then leaves
   * the delivery unsent.
   */
  private boolean leave(Tx tx, Claimed delivery) {
    escalations.wake(tx, delivery.incident());
    branches.lock(tx, delivery.page().branch());
    return switch (look.at(tx, delivery)) {
      case SendDecision.Yes yes ->
          attempts.notSent(tx, delivery, DeliveryStatus.QUEUED, null, yes.at());
      case SendDecision.Lost lost -> false;
      case SendDecision.Drop drop -> results.dropped(tx, delivery, drop.reason());
      case SendDecision.Hold hold ->
          attempts.notSent(tx, delivery, DeliveryStatus.HELD, hold.reason(), null);
    };
  }

  private static AttemptOutcome outcome(SendResult result) {
    return switch (result) {
      case SendResult.Done done -> AttemptOutcome.HANDED_OVER;
      case SendResult.Failed failed -> AttemptOutcome.FAILED;
      case SendResult.Unknown unknown -> AttemptOutcome.UNKNOWN;
      case SendResult.Refused refused -> AttemptOutcome.REFUSED;
    };
  }
}
