package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.Message;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.page.PageLinks;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.restore.Restores;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the message of a page for a channel. */
@ApplicationScoped
class PageMessages {
  private final PageLinks links;
  private final Names names;
  private final Restores restores;

  PageMessages(PageLinks links, Names names, Restores restores) {
    this.links = links;
    this.names = names;
    this.restores = restores;
  }

  Message of(Claimed delivery, Instant now) {
    DeliveryRef.PageOf page = delivery.page();
    IncidentSnapshot snapshot = delivery.snapshot();
    return new Message(
        new Envelope(
            delivery.id(),
            delivery.to().address(),
            delivery.to().secret(),
            delivery.ref().outcomeUnknown(),
            restores.repeatedSince(snapshot, now).orElse(null)),
        new Message.Incident(
            delivery.incident(),
            snapshot.reference(),
            snapshot.title(),
            snapshot.severity(),
            snapshot.link()),
        new Message.Page(
            page.id(),
            page.stepName(),
            page.target().text(),
            page.target().spoken(names),
            page.role(),
            page.reason(),
            links.acknowledge(delivery.incident(), page.id())),
        now);
  }
}
