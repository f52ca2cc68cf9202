package io.watchbill.escalation.acknowledgement;

import io.micrometer.core.instrument.MeterRegistry;
import io.watchbill.escalation.delivery.DeliveryRepository;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.escalation.picture.StoredPicture;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes acknowledgements. One is stored with its forward to the incident-service in one
 * transaction, and from that moment its branch is silent: what is queued is held, what falls due
 * waits, until the answer.
 */
@ApplicationScoped
public class Acknowledgements {
  private final Database database;
  private final AcknowledgementRepository acknowledgements;
  private final EscalationRepository escalations;
  private final DeliveryRepository deliveries;
  private final PictureRepository pictures;
  private final Outbox outbox;
  private final Json json;
  private final MeterRegistry metrics;

  Acknowledgements(
      Database database,
      AcknowledgementRepository acknowledgements,
      EscalationRepository escalations,
      DeliveryRepository deliveries,
      PictureRepository pictures,
      Outbox outbox,
      Json json,
      MeterRegistry metrics) {
    this.database = database;
    this.acknowledgements = acknowledgements;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.pictures = pictures;
    this.outbox = outbox;
    this.json = json;
    this.metrics = metrics;
  }

  /** Acknowledges the branch of a page; doing so again changes nothing. */
  public AcknowledgementView acknowledge(PageRef page, String person, String channel) {
    return database.inTransaction(tx -> acknowledge(tx, page, person, channel));
  }

  /** The acknowledgement that holds for a page. */
  public Optional<AcknowledgementView> of(PageRef page) {
    return database.read(tx -> holder(tx, page));
  }

  /** Waking locks the round's escalations first: no turn pages while this is stored. */
  private AcknowledgementView acknowledge(Tx tx, PageRef page, String person, String channel) {
    escalations.wake(tx, page.incident());
    Optional<AcknowledgementView> before = holder(tx, page);
    if (before.isPresent()) {
      return before.get();
    }
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
    if (!acknowledgements.insert(tx, made, page.id())) {
      // Somebody was first; where no escalation runs any more, no lock made us wait for that.
      return holder(tx, page).orElseGet(() -> acknowledge(tx, page, person, channel));
    }
    deliveries.hold(tx, page.incident(), page.round(), page.branch(), "acknowledged by " + person);
    outbox.append(
        tx,
        new OutboxMessage(
            PageAcknowledged.TYPE, made.id().toString(), 0, json.write(Forward.of(made))));
    tx.afterCommit(() -> count(channel));
    return view(page, made, false);
  }

  private Optional<AcknowledgementView> holder(Tx tx, PageRef page) {
    return acknowledgements
        .holder(tx, page.incident(), page.round(), page.branch())
        .map(held -> view(page, held, true))
        .or(() -> byIncident(tx, page));
  }

  /** Acknowledged in the incident-service, without us. */
  private Optional<AcknowledgementView> byIncident(Tx tx, PageRef page) {
    return pictures
        .newest(tx, page.incident())
        .map(StoredPicture::picture)
        .filter(picture -> page.branch().equals(Policy.MAIN))
        .filter(picture -> picture.round() == page.round() && picture.isAcknowledged())
        .map(picture -> view(page, picture));
  }

  private void count(String channel) {
    metrics.counter("watchbill.acknowledgements", "channel", channel).increment();
  }

  private static AcknowledgementView view(PageRef page, Acknowledgement held, boolean already) {
    return new AcknowledgementView(
        page.id(),
        page.incident(),
        page.round(),
        page.branch(),
        held.person(),
        held.at(),
        already,
        held.confirmed());
  }

  private static AcknowledgementView view(PageRef page, IncidentPicture picture) {
    String by = picture.acknowledgedBy() == null ? "somebody" : picture.acknowledgedBy();
    Instant at = picture.anchors().acknowledged();
    return new AcknowledgementView(
        page.id(), page.incident(), page.round(), page.branch(), by, at, true, true);
  }
}
