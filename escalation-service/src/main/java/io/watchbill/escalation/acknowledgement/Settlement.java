package io.watchbill.escalation.acknowledgement;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.delivery.DeliveryRepository;
import io.watchbill.escalation.delivery.DropReason;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.escalation.AcknowledgementState;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Applies the incident-service's answer: confirms an acknowledgement, or refuses it and resumes
 * paging where it stood.
 */
@Startup
@ApplicationScoped
class Settlement {
  private final AcknowledgementRepository acknowledgements;
  private final HistoryRepository past;
  private final SnapshotRepository snapshots;
  private final EscalationRepository escalations;
  private final DeliveryRepository deliveries;
  private final Dropping dropping;
  private final Timeline timeline;
  private final Names names;
  private final Counters counts;

  Settlement(
      AcknowledgementRepository acknowledgements,
      HistoryRepository past,
      SnapshotRepository snapshots,
      EscalationRepository escalations,
      DeliveryRepository deliveries,
      Dropping dropping,
      Timeline timeline,
      Names names,
      MeterRegistry metrics) {
    this.acknowledgements = acknowledgements;
    this.past = past;
    this.snapshots = snapshots;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.dropping = dropping;
    this.timeline = timeline;
    this.names = names;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.acknowledgements.answered",
            "Answers of the incident-service to acknowledgements",
            "answer",
            List.of(AcknowledgementState.CONFIRMED.wire(), AcknowledgementState.REFUSED.wire()));
  }

  void confirm(Tx tx, UUID id) {
    acknowledgements.find(tx, id).ifPresent(a -> confirm(tx, a));
  }

  private void confirm(Tx tx, Acknowledgement a) {
    escalations.wake(tx, a.incident());
    if (acknowledgements.settle(tx, a.id(), AcknowledgementState.CONFIRMED, null)) {
      drop(tx, a);
      count(tx, AcknowledgementState.CONFIRMED);
    }
  }

  /** Records an acknowledgement that was given in the incident-service, which confirms it. */
  void take(Tx tx, Acknowledgement given) {
    past.comeBack(tx, List.of(given.incident()));
    snapshots.lock(tx, given.incident());
    escalations.wake(tx, given.incident());
    boolean known =
        acknowledgements.holders(tx, given.incident(), given.round(), given.branch()).stream()
            .anyMatch(held -> held.person().equals(given.person()));
    if (!known) {
      acknowledgements.insert(tx, given, null);
      drop(tx, given);
    }
  }

  private void drop(Tx tx, Acknowledgement a) {
    String reason = "acknowledged by " + names.person(a.person());
    dropping.branch(tx, List.of(new DropReason(a.incident(), a.round(), reason)), a.branch());
  }

  void refuse(Tx tx, UUID id, String why) {
    acknowledgements.find(tx, id).ifPresent(a -> refuse(tx, a, why));
  }

  private void refuse(Tx tx, Acknowledgement a, String why) {
    escalations.wake(tx, a.incident());
    if (acknowledgements.settle(tx, a.id(), AcknowledgementState.REFUSED, why)) {
      String reason = "the acknowledgement by " + names.person(a.person()) + " was refused: " + why;
      deliveries.release(tx, a.incident(), a.round(), a.branch(), reason);
      timeline.record(
          tx,
          new Entry(
              a.incident(),
              a.round(),
              tx.now(),
              Entry.Kind.STEP,
              "Paging resumes: " + reason,
              Map.of("branch", a.branch().name(), "person", a.person())));
      count(tx, AcknowledgementState.REFUSED);
    }
  }

  private void count(Tx tx, AcknowledgementState answer) {
    tx.afterCommit(() -> counts.increment(answer.wire()));
  }
}
