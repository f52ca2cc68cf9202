package io.watchbill.escalation.page;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.delivery.DeliveryRepository;
import io.watchbill.escalation.delivery.NewDelivery;
import io.watchbill.escalation.delivery.RoundBranch;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.decision.StepRef;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates pages, and deliveries by the contact methods and rules of each person. Each page is
 * created once, however often it is ordered.
 */
@Startup
@ApplicationScoped
public class Pager {
  private final PageRepository pages;
  private final DeliveryRepository deliveries;
  private final ContactBook contacts;
  private final DeliveryPlan plan;
  private final Names names;
  private final Counters counts;

  Pager(
      PageRepository pages,
      DeliveryRepository deliveries,
      ContactBook contacts,
      DeliveryPlan plan,
      Names names,
      MeterRegistry metrics) {
    this.pages = pages;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.plan = plan;
    this.names = names;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.pages",
            "Pages that were created",
            "purpose",
            Arrays.stream(Purpose.values()).map(Purpose::text).toList());
  }

  /**
   * Creates the ordered pages.
   *
   * @return the new pages, and the branches whose new pages can reach nobody
   */
  public Paged page(Tx tx, Map<RoundKey, List<PageOrder>> orders) {
    List<Page> wanted = new ArrayList<>();
    orders.forEach((round, list) -> list.forEach(order -> wanted.add(page(round, order))));
    if (wanted.isEmpty()) {
      return new Paged(List.of(), List.of());
    }
    List<Page> made = pages.insert(tx, wanted);
    Map<PageTarget, List<Reachable>> ways = plan.ways(tx, made);
    List<NewDelivery> planned = new ArrayList<>();
    made.forEach(
        page -> planned.addAll(plan.of(tx, page, ways.getOrDefault(page.target(), List.of()))));
    deliveries.insert(tx, planned);
    tx.afterCommit(() -> made.forEach(page -> count(page.round().purpose())));
    return new Paged(
        made.stream()
            .map(page -> Paged.Made.of(page, ways.getOrDefault(page.target(), List.of()), names))
            .toList(),
        unreachable(made, ways));
  }

  /**
   * Pages the last-resort contact, once for each kind of alarm of a branch in a round.
   *
   * @return whether there is such a contact
   */
  public boolean pageLastResort(Tx tx, List<LastResort> alarms) {
    return contacts
        .lastResort(tx)
        .map(
            contact -> {
              List<Page> made =
                  pages.insert(tx, alarms.stream().map(alarm -> lastResort(tx, alarm)).toList());
              deliveries.insert(
                  tx,
                  made.stream().flatMap(p -> plan.of(tx, p, List.of(contact)).stream()).toList());
              tx.afterCommit(() -> made.forEach(p -> count(p.round().purpose())));
              return true;
            })
        .orElse(false);
  }

  private void count(Purpose purpose) {
    counts.increment(purpose.text());
  }

  private static Page lastResort(Tx tx, LastResort alarm) {
    return new Page(
        Ids.next(),
        new RoundKey(alarm.incident(), alarm.round(), Purpose.LAST_RESORT),
        new Page.Repetition(
            new StepKey(0, 0, 0),
            0,
            new StepRef(alarm.alarm().text(), alarm.branch(), While.UNACKNOWLEDGED, 1)),
        alarm.target(),
        null,
        alarm.reason(),
        tx.now());
  }

  private static Page page(RoundKey round, PageOrder order) {
    return new Page(
        Ids.next(),
        round,
        new Page.Repetition(order.key(), order.handover(), order.step()),
        pageTarget(order.target()),
        order.role(),
        order.reason(),
        order.due());
  }

  /** Returns a resolved target as texts and lists name it. */
  public static String target(Target.Resolved target) {
    return pageTarget(target).text();
  }

  private static PageTarget pageTarget(Target.Resolved target) {
    return switch (target) {
      case Target.Person person -> PageTarget.person(person.id());
      case Target.Webhook hook -> PageTarget.webhook(hook.id());
    };
  }

  private List<Unreachable> unreachable(List<Page> made, Map<PageTarget, List<Reachable>> ways) {
    Map<RoundBranch, List<Page>> byBranch = new LinkedHashMap<>();
    made.forEach(
        page ->
            byBranch
                .computeIfAbsent(
                    new RoundBranch(
                        page.round().incident(),
                        page.round().round(),
                        page.repetition().step().branch()),
                    branch -> new ArrayList<>())
                .add(page));
    return byBranch.values().stream()
        .filter(all -> all.stream().noneMatch(page -> ways.containsKey(page.target())))
        .map(all -> Unreachable.of(all, names))
        .toList();
  }
}
