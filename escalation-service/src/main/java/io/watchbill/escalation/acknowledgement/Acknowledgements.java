package io.watchbill.escalation.acknowledgement;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.delivery.DeliveryRepository;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Records acknowledgements. An acknowledgement and its event for the incident-service are stored in
 * one transaction. From then on its branch is silent until the incident-service answers: queued
 * deliveries are held and due steps wait.
 */
@Startup
@ApplicationScoped
public class Acknowledgements {
  private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
  private final HistoryRepository past;
  private final AcknowledgementRepository acknowledgements;
  private final EscalationRepository escalations;
  private final DeliveryRepository deliveries;
  private final SnapshotRepository snapshots;
  private final GivenAcknowledgements given;
  private final Outbox outbox;
  private final Json json;
  private final Names names;
  private final Counters counts;

  Acknowledgements(
      HistoryRepository past,
      AcknowledgementRepository acknowledgements,
      EscalationRepository escalations,
      DeliveryRepository deliveries,
      SnapshotRepository snapshots,
      GivenAcknowledgements given,
      Outbox outbox,
      Json json,
      Names names,
      MeterRegistry metrics) {
    this.past = past;
    this.acknowledgements = acknowledgements;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.snapshots = snapshots;
    this.given = given;
    this.outbox = outbox;
    this.json = json;
    this.names = names;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.acknowledgements",
            "Acknowledgements of pages, by channel",
            "channel",
            List.of(Through.LINK.wire(), Through.API.wire(), Through.OTHER.wire()));
  }

  /** Returns the acknowledgement by the page's target, else the first by others. */
  Optional<AcknowledgementView> of(Tx tx, PageRef page) {
    past.comeBack(tx, List.of(page.incident()));
    return given.of(tx, page);
  }

  /**
   * Acknowledges the branch of a page. Everybody who acknowledges is recorded, also after others,
   * and is not paged again for it. Idempotent.
   *
   * <p>Locks the snapshot first, so that a person's concurrent acknowledgements are stored once,
   * also where no escalation runs any more. Waking locks the round's escalations, so that no
   * evaluation pages meanwhile.
   */
  AcknowledgementView acknowledge(Tx tx, PageRef page, String person, Through channel) {
    past.comeBack(tx, List.of(page.incident()));
    snapshots.lock(tx, page.incident());
    escalations.wake(tx, page.incident());
    List<AcknowledgementView.Given> before = given.to(tx, page);
    Optional<AcknowledgementView.Given> own =
        before.stream().filter(one -> one.person().equals(person)).findFirst();
    if (own.isPresent()) {
      return given.view(tx, page, before, own.get(), true);
    }
    Acknowledgement made = store(tx, page, person, channel);
    tx.afterCommit(() -> logged(made));
    return given.view(tx, page, before, AcknowledgementView.Given.of(made), false);
  }

  private Acknowledgement store(Tx tx, PageRef page, String person, Through channel) {
    Acknowledgement made =
        new Acknowledgement(
            Ids.next(),
            page.incident(),
            page.round(),
            page.branch(),
            person,
            channel,
            tx.now(),
            false);
    acknowledgements.insert(tx, made, page.id());
    deliveries.hold(
        tx,
        page.incident(),
        page.round(),
        page.branch(),
        person,
        "acknowledged by " + names.person(person));
    outbox.append(
        tx,
        new OutboxMessage(
            PageAcknowledged.TYPE, made.id().toString(), 0, json.write(Forward.of(made))));
    return made;
  }

  private void logged(Acknowledgement made) {
    counts.increment(made.channel().wire());
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, made.incident()).and(LogContext.ROUND, made.round())) {
      LOG.infof(
          "incident %s, round %d, branch %s: acknowledged by %s through %s",
          made.incident(), made.round(), made.branch(), made.person(), made.channel().wire());
    }
  }
}
