package io.watchbill.escalation.engine;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.delivery.Queued;
import io.watchbill.escalation.delivery.ShiftLost;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.page.RoundKey;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.decision.Takeover;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries out decisions: pages, alarms, timeline entries. */
@ApplicationScoped
class Effects {
  private final Pager pager;
  private final Alarms alarms;
  private final Dropping dropping;
  private final Timeline timeline;
  private final Event<Queued> queued;
  private final Names names;

  Effects(
      Pager pager,
      Alarms alarms,
      Dropping dropping,
      Timeline timeline,
      Event<Queued> queued,
      Names names) {
    this.pager = pager;
    this.alarms = alarms;
    this.dropping = dropping;
    this.timeline = timeline;
    this.queued = queued;
    this.names = names;
  }

  /** Pages first, so that the timeline can say how each person was paged. */
  Paged take(Tx tx, List<Settled> settled) {
    Map<RoundKey, List<PageOrder>> orders = new LinkedHashMap<>();
    for (Settled one : settled) {
      orders
          .computeIfAbsent(round(one), round -> new ArrayList<>())
          .addAll(one.decision().orders().pages());
    }
    Paged paged = pager.page(tx, orders);
    Map<RoundKey, List<Paged.Made>> made =
        paged.made().stream().collect(Collectors.groupingBy(Paged.Made::round));
    timeline.record(
        tx,
        settled.stream()
            .flatMap(
                one ->
                    StepEntries.of(tx.now(), one, made.getOrDefault(round(one), List.of()))
                        .stream())
            .toList());
    afterwards(tx, paged);
    takeOver(tx, settled);
    settled.forEach(one -> raise(tx, one));
    return paged;
  }

  /** Pages, and raises an alarm for a branch that reaches nobody. */
  Paged page(Tx tx, Map<RoundKey, List<PageOrder>> orders, Function<Paged, List<Entry>> entries) {
    Paged paged = pager.page(tx, orders);
    timeline.record(tx, entries.apply(paged));
    afterwards(tx, paged);
    return paged;
  }

  private void afterwards(Tx tx, Paged paged) {
    paged
        .unreachable()
        .forEach(
            nobody ->
                alarms.raise(
                    tx,
                    nobody.incident(),
                    nobody.round(),
                    AlarmKind.NO_CONTACT_METHOD,
                    nobody.branch(),
                    nobody.reason()));
    tx.afterCommit(() -> queued.fire(new Queued()));
  }

  /** Moves the pages of many incidents at a shift change by few statements. */
  private void takeOver(Tx tx, List<Settled> settled) {
    List<Entry> entries = new ArrayList<>();
    List<ShiftLost> lost = new ArrayList<>();
    for (Settled one : settled) {
      Escalation escalation = one.escalation();
      for (Takeover takeover : one.decision().orders().takeovers()) {
        entries.add(entry(tx, one, takeover));
        lost.add(
            new ShiftLost(
                escalation.incident(),
                escalation.round(),
                escalation.purpose(),
                takeover,
                takeover.reason(names)));
      }
    }
    timeline.record(tx, entries);
    dropping.shifts(tx, lost);
  }

  private Entry entry(Tx tx, Settled settled, Takeover takeover) {
    Map<String, Object> data = new HashMap<>(StepEntries.base(settled));
    data.put("branch", takeover.branch().name());
    data.put("from", takeover.from());
    data.put("to", takeover.to());
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        tx.now(),
        Entry.Kind.PAGE,
        "Unacknowledged at the change of the shift: " + takeover.reason(names),
        data);
  }

  private void raise(Tx tx, Settled settled) {
    Escalation escalation = settled.escalation();
    settled
        .decision()
        .orders()
        .alarms()
        .forEach(
            alarm ->
                alarms.raise(
                    tx,
                    escalation.incident(),
                    escalation.round(),
                    alarm.kind(),
                    alarm.branch(),
                    alarm.reason()));
  }

  private static RoundKey round(Settled settled) {
    Escalation escalation = settled.escalation();
    return new RoundKey(escalation.incident(), escalation.round(), escalation.purpose());
  }
}
