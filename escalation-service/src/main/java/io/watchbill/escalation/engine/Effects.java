package io.watchbill.escalation.engine;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.delivery.Queued;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.page.Round;
import io.watchbill.escalation.plan.AlarmKind;
import io.watchbill.escalation.plan.Held;
import io.watchbill.escalation.plan.Outcome;
import io.watchbill.escalation.plan.PageOrder;
import io.watchbill.escalation.plan.Step;
import io.watchbill.escalation.plan.Takeover;
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
import java.util.stream.Collectors;

/** Makes of decisions what they order: pages, alarms, timeline entries. */
@ApplicationScoped
class Effects {
  private final Pager pager;
  private final Alarms alarms;
  private final Dropping dropping;
  private final Timeline timeline;
  private final Event<Queued> queued;

  Effects(Pager pager, Alarms alarms, Dropping dropping, Timeline timeline, Event<Queued> queued) {
    this.pager = pager;
    this.alarms = alarms;
    this.dropping = dropping;
    this.timeline = timeline;
    this.queued = queued;
  }

  void take(Tx tx, List<Settled> settled) {
    Map<Round, List<PageOrder>> orders = new LinkedHashMap<>();
    for (Settled one : settled) {
      orders.computeIfAbsent(round(one), round -> new ArrayList<>()).addAll(one.decision().pages());
    }
    timeline.record(tx, settled.stream().flatMap(one -> entries(tx, one).stream()).toList());
    page(tx, orders);
    settled.forEach(one -> takeOver(tx, one));
    settled.forEach(one -> raise(tx, one));
  }

  /** Pages; that somebody cannot be reached is an alarm. Answers who was not paged so before. */
  List<String> page(Tx tx, Map<Round, List<PageOrder>> orders) {
    Paged paged = pager.page(tx, orders);
    paged
        .unreachable()
        .forEach(
            nobody ->
                alarms.raise(
                    tx,
                    nobody.incident(),
                    nobody.round(),
                    AlarmKind.NO_CONTACT_METHOD,
                    nobody.reason()));
    tx.afterCommit(() -> queued.fire(new Queued()));
    return paged.told();
  }

  private void takeOver(Tx tx, Settled settled) {
    Escalation escalation = settled.escalation();
    for (Takeover takeover : settled.decision().takeovers()) {
      Map<String, Object> data = new HashMap<>(base(settled));
      data.put("branch", takeover.branch());
      data.put("from", takeover.from());
      data.put("to", takeover.to());
      timeline.record(
          tx,
          new Entry(
              escalation.incident(),
              escalation.round(),
              tx.now(),
              Entry.Kind.PAGE,
              "Unacknowledged at the change of the watch: " + takeover.reason(),
              data));
      dropping.watch(tx, escalation.incident(), escalation.round(), escalation.purpose(), takeover);
    }
  }

  private void raise(Tx tx, Settled settled) {
    Escalation escalation = settled.escalation();
    settled
        .decision()
        .alarms()
        .forEach(
            alarm ->
                alarms.raise(
                    tx, escalation.incident(), escalation.round(), alarm.kind(), alarm.reason()));
  }

  private static List<Entry> entries(Tx tx, Settled settled) {
    List<Entry> entries = new ArrayList<>();
    List<Outcome> notTaken = new ArrayList<>();
    for (Outcome outcome : settled.decision().outcomes()) {
      if (outcome.kind() == Outcome.Kind.NOT_TAKEN) {
        notTaken.add(outcome);
      } else {
        entries.add(entry(tx, settled, outcome));
      }
    }
    settled.decision().holds().forEach(held -> entries.add(held(tx, settled, held)));
    settled.decision().end().ifPresent(end -> entries.add(end(tx, settled, end, notTaken)));
    return entries;
  }

  private static Entry entry(Tx tx, Settled settled, Outcome outcome) {
    Step step = settled.policy().steps().get(outcome.key().step());
    boolean paged = outcome.kind() == Outcome.Kind.PAGED;
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("step", step.name());
    data.put("branch", step.branch());
    data.put("pass", outcome.key().pass());
    data.put("repetition", outcome.key().repetition());
    data.put("outcome", EscalationRepository.wire(outcome.kind()));
    data.put("due", String.valueOf(outcome.due()));
    data.put("reason", outcome.reason());
    String text =
        "Step \"%s\" %s: %s"
            .formatted(step.name(), EscalationRepository.wire(outcome.kind()), outcome.reason());
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        tx.now(),
        paged ? Entry.Kind.PAGE : Entry.Kind.STEP,
        text,
        data);
  }

  private static Entry held(Tx tx, Settled settled, Held held) {
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("step", held.step());
    data.put("branch", held.branch());
    data.put("pass", held.pass());
    data.put("repetition", held.repetition());
    data.put("outcome", "held");
    data.put("due", held.due().toString());
    data.put("until", String.valueOf(held.until()));
    data.put("reason", held.reason());
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        tx.now(),
        Entry.Kind.STEP,
        "Step \"%s\" held: %s".formatted(held.step(), held.reason()),
        data);
  }

  /** What was not taken is told in one entry, with the escalation's end. */
  private static Entry end(Tx tx, Settled settled, String end, List<Outcome> notTaken) {
    Map<String, Object> data = new HashMap<>(base(settled));
    data.put("reason", end);
    data.put(
        "notTaken",
        notTaken.stream()
            .map(outcome -> name(settled, outcome) + ": " + outcome.reason())
            .distinct()
            .toList());
    String steps =
        notTaken.stream()
            .map(outcome -> name(settled, outcome))
            .distinct()
            .collect(Collectors.joining("\", \"", "; not taken: \"", "\""));
    return new Entry(
        settled.escalation().incident(),
        settled.escalation().round(),
        tx.now(),
        Entry.Kind.STEP,
        "Escalation ended: " + end + (notTaken.isEmpty() ? "" : steps),
        data);
  }

  private static String name(Settled settled, Outcome outcome) {
    return settled.policy().steps().get(outcome.key().step()).name();
  }

  private static Map<String, Object> base(Settled settled) {
    return Map.of(
        "escalation", settled.escalation().id().toString(),
        "purpose", settled.escalation().purpose(),
        "policy", settled.policy().id());
  }

  private static Round round(Settled settled) {
    Escalation escalation = settled.escalation();
    return new Round(escalation.incident(), escalation.round(), escalation.purpose());
  }
}
