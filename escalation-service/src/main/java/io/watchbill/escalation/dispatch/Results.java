package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.escalation.delivery.AttemptRepository;
import io.watchbill.escalation.delivery.BranchRepository;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.DeliveryStatus;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.delivery.SentRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Records the result of an attempt: sent, to be retried, or failed. */
@ApplicationScoped
class Results {
  private static final Logger LOG = Logger.getLogger(Results.class);

  private final AttemptRepository attempts;
  private final SentRepository sent;
  private final BranchRepository branches;
  private final Alarms alarms;
  private final Timeline timeline;
  private final DeliveryMetrics metrics;
  private final Names names;

  Results(
      AttemptRepository attempts,
      SentRepository sent,
      BranchRepository branches,
      Alarms alarms,
      Timeline timeline,
      DeliveryMetrics metrics,
      Names names) {
    this.attempts = attempts;
    this.sent = sent;
    this.branches = branches;
    this.alarms = alarms;
    this.timeline = timeline;
    this.metrics = metrics;
    this.names = names;
  }

  /** Returns whether the delivery was still ours; if not, its new sender records the result. */
  boolean record(Tx tx, Claimed delivery, SendResult result) {
    return switch (result) {
      case SendResult.Done done -> handedOver(tx, List.of(delivery), List.of(done)) == 1;
      case SendResult.Refused refused -> failed(tx, delivery, refused.detail());
      case SendResult.Failed failed -> again(tx, delivery, failed);
      case SendResult.Unknown unknown -> perhapsAgain(tx, delivery, unknown);
    };
  }

  /** Drops a delivery that the check before the call found needless. */
  boolean dropped(Tx tx, Claimed delivery, String reason) {
    boolean ours = attempts.notSent(tx, delivery, DeliveryStatus.DROPPED, reason, null);
    if (ours) {
      timeline.record(tx, entry(tx, delivery.ref(), ResultText.DROPPED, reason));
    }
    return ours;
  }

  /** Records sent deliveries; returns how many were still ours. */
  int handedOver(Tx tx, List<Claimed> deliveries, List<SendResult.Done> done) {
    Set<UUID> ours = sent.handedOver(tx, deliveries, done);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < deliveries.size(); i++) {
      if (ours.contains(deliveries.get(i).id())) {
        entries.add(entry(tx, deliveries.get(i).ref(), ResultText.SENT, done.get(i).detail()));
        count(tx, deliveries.get(i).ref(), DeliveryStatus.SENT);
      }
    }
    timeline.record(tx, entries);
    return entries.size();
  }

  private boolean again(Tx tx, Claimed delivery, SendResult.Failed failed) {
    Duration pause = failed.after().orElse(Backoff.after(delivery.attempt()));
    Instant next = tx.now().plus(pause);
    return next.isAfter(delivery.giveUpAt())
        ? failed(tx, delivery, failed.detail())
        : attempts.retryAt(tx, delivery, failed.detail(), next);
  }

  private boolean perhapsAgain(Tx tx, Claimed delivery, SendResult.Unknown unknown) {
    Instant next = tx.now().plus(Backoff.after(delivery.attempt()));
    return next.isAfter(delivery.giveUpAt())
        ? failed(tx, delivery, unknown.detail())
        : attempts.retryUnknownAt(tx, delivery, unknown.detail(), next);
  }

  private boolean failed(Tx tx, Claimed delivery, String detail) {
    return failed(tx, delivery.ref(), detail, () -> attempts.failed(tx, delivery, detail));
  }

  /**
   * Records a failure. Deliveries of a branch are settled one after the other, so that the last one
   * sees that all others have failed.
   *
   * @param settle stores it; returns whether the delivery is still ours to settle
   * @return the same
   */
  boolean failed(Tx tx, DeliveryRef delivery, String detail, BooleanSupplier settle) {
    branches.lock(tx, delivery.page().branch());
    boolean ours = settle.getAsBoolean();
    if (ours) {
      timeline.record(tx, entry(tx, delivery, ResultText.FAILED, detail));
      count(tx, delivery, DeliveryStatus.FAILED);
      alarm(tx, delivery, detail);
    }
    return ours;
  }

  private void alarm(Tx tx, DeliveryRef delivery, String detail) {
    RoundBranch branch = delivery.page().branch();
    if (delivery.page().purpose() == Purpose.LAST_RESORT) {
      LOG.errorf("the last resort of incident %s was not reached: %s", branch.incident(), detail);
      metrics.lastResortFailed();
    } else if (!branches.hasHope(tx, branch)) {
      alarms.raise(
          tx,
          branch.incident(),
          branch.round(),
          AlarmKind.DELIVERIES_FAILED,
          branch.branch(),
          "no delivery of branch " + branch.branch() + " succeeded; the last result: " + detail);
    }
  }

  private void count(Tx tx, DeliveryRef delivery, DeliveryStatus end) {
    tx.afterCommit(() -> metrics.ended(delivery.kind(), end));
  }

  private Entry entry(Tx tx, DeliveryRef delivery, ResultText result, String detail) {
    DeliveryRef.PageOf page = delivery.page();
    return new Entry(
        page.branch().incident(),
        page.branch().round(),
        tx.now(),
        Entry.Kind.DELIVERY,
        result.of(delivery, detail, names),
        Map.of(
            "delivery", delivery.id().toString(),
            "page", page.id().toString(),
            "target", page.target().text(),
            "name", page.target().spoken(names),
            "kind", delivery.kind(),
            "attempts", delivery.attempts(),
            "outcomeUnknown", delivery.outcomeUnknown(),
            "result", result.wire()));
  }
}
