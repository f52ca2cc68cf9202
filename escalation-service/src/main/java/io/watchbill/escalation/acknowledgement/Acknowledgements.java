package io.watchbill.escalation.acknowledgement;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.delivery.DeliveryRepository;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.past.PastRepository;
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
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes acknowledgements. One is stored with its forward to the incident-service in one
 * transaction, and from that moment its branch is silent: what is queued is held, what falls due
 * waits, until the answer.
 */
@Startup
@ApplicationScoped
public class Acknowledgements {
  private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
  private final Database database;
  private final PastRepository past;
  private final AcknowledgementRepository acknowledgements;
  private final EscalationRepository escalations;
  private final DeliveryRepository deliveries;
  private final PictureRepository pictures;
  private final PageRepository pages;
  private final Outbox outbox;
  private final Json json;
  private final Counters counts;

  Acknowledgements(
      Database database,
      PastRepository past,
      AcknowledgementRepository acknowledgements,
      EscalationRepository escalations,
      DeliveryRepository deliveries,
      PictureRepository pictures,
      PageRepository pages,
      Outbox outbox,
      Json json,
      MeterRegistry metrics) {
    this.database = database;
    this.past = past;
    this.acknowledgements = acknowledgements;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.pictures = pictures;
    this.pages = pages;
    this.outbox = outbox;
    this.json = json;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.acknowledgements",
            "Acknowledgements of pages, by the way they came",
            "channel",
            List.of("link", "api", "other"));
  }

  /** Acknowledges the branch of a page; doing so again changes nothing. */
  public AcknowledgementView acknowledge(PageRef page, String person, String channel) {
    return database.inTransaction(tx -> acknowledge(tx, page, person, channel));
  }

  /** The acknowledgement that holds for a page. */
  public Optional<AcknowledgementView> of(PageRef page) {
    return database.inTransaction(
        tx -> {
          past.comeBack(tx, List.of(page.incident()));
          return holder(tx, page);
        });
  }

  /**
   * The picture is locked first, so that of many at once no more are stored than are needed, also
   * where no escalation runs any more; waking locks the round's escalations: no turn pages while
   * this is stored.
   */
  private AcknowledgementView acknowledge(Tx tx, PageRef page, String person, String channel) {
    past.comeBack(tx, List.of(page.incident()));
    pictures.lock(tx, page.incident());
    escalations.wake(tx, page.incident());
    Optional<AcknowledgementView> before = enough(tx, page, person);
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
    acknowledgements.insert(tx, made, page.id());
    deliveries.hold(tx, page.incident(), page.round(), page.branch(), "acknowledged by " + person);
    outbox.append(
        tx,
        new OutboxMessage(
            PageAcknowledged.TYPE, made.id().toString(), 0, json.write(Forward.of(made))));
    tx.afterCommit(() -> tell(made));
    return view(page, made, false);
  }

  private Optional<AcknowledgementView> holder(Tx tx, PageRef page) {
    return held(tx, page).stream().findFirst();
  }

  /** What makes another one needless: the person's own, or as many as any page needs. */
  private Optional<AcknowledgementView> enough(Tx tx, PageRef page, String person) {
    List<AcknowledgementView> held = held(tx, page);
    int needed = pages.acknowledgementsNeeded(tx, page.incident(), page.round(), page.branch());
    return held.stream()
        .filter(one -> one.person().equals(person))
        .findFirst()
        .or(() -> held.size() < needed ? Optional.empty() : Optional.of(held.getFirst()));
  }

  /** Of different people, those that arrived here first. */
  private List<AcknowledgementView> held(Tx tx, PageRef page) {
    List<AcknowledgementView> held = new ArrayList<>();
    acknowledgements
        .holders(tx, page.incident(), page.round(), page.branch())
        .forEach(one -> held.add(view(page, one, true)));
    byIncident(tx, page)
        .filter(there -> held.stream().noneMatch(one -> one.person().equals(there.person())))
        .ifPresent(held::add);
    return held;
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

  private void tell(Acknowledgement made) {
    counts.increment(made.channel());
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, made.incident()).and(LogContext.ROUND, made.round())) {
      LOG.infof(
          "incident %s, round %d, branch %s: acknowledged by %s through %s",
          made.incident(), made.round(), made.branch(), made.person(), made.channel());
    }
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
