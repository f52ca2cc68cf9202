package io.watchbill.escalation.page;

import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.delivery.Destination;
import io.watchbill.escalation.delivery.NewDelivery;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.recipient.TargetKind;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans by which contact methods a page goes out, and when. */
@ApplicationScoped
class DeliveryPlan {
  /** How long a failed delivery is retried. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer, since nothing comes after the last resort. */
  static final Duration LAST_RESORT_PATIENCE = Duration.ofHours(6);

  private final ContactBook contacts;
  private final Channels channels;

  DeliveryPlan(ContactBook contacts, Channels channels) {
    this.contacts = contacts;
    this.channels = channels;
  }

  /** Returns the contact methods of each target; those without any are left out. */
  Map<PageTarget, List<Reachable>> ways(Tx tx, List<Page> made) {
    Map<PageTarget, List<Reachable>> ways = new HashMap<>();
    contacts
        .people(tx, ids(made, TargetKind.PERSON))
        .forEach((id, found) -> ways.put(PageTarget.person(id), found));
    contacts
        .webhooks(tx, ids(made, TargetKind.WEBHOOK))
        .forEach((id, found) -> ways.put(PageTarget.webhook(id), found));
    return ways;
  }

  private static Set<String> ids(List<Page> pages, TargetKind kind) {
    return pages.stream()
        .map(Page::target)
        .filter(target -> target.kind() == kind)
        .map(PageTarget::id)
        .collect(Collectors.toSet());
  }

  /**
   * Plans deliveries from the page's due instant on, so that a late evaluation does not add to a
   * personal delay.
   */
  List<NewDelivery> of(Tx tx, Page page, List<Reachable> ways) {
    Duration patience =
        page.round().purpose() == Purpose.LAST_RESORT ? LAST_RESORT_PATIENCE : PATIENCE;
    return ways.stream().map(way -> plan(tx.now(), page, way, patience)).toList();
  }

  private NewDelivery plan(Instant now, Page page, Reachable way, Duration patience) {
    Instant due = page.due().plus(way.delay());
    Instant from = due.isBefore(now) ? now : due;
    return new NewDelivery(
        Ids.next(),
        page.id(),
        page.round().incident(),
        way.method(),
        new Destination(
            way.kind(), way.address(), way.secret(), channels.provider(way.kind(), way.address())),
        due,
        from.plus(patience));
  }
}
