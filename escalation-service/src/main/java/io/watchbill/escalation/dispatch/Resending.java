package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.delivery.BranchRepository;
import io.watchbill.escalation.delivery.DeliveryLog;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.DeliveryStateRepository;
import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.escalation.delivery.Queued;
import io.watchbill.escalation.delivery.ResendRepository;
import io.watchbill.escalation.delivery.ResendRepository.Resendable;
import io.watchbill.escalation.delivery.SendDecision;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends failed deliveries again when people ask for it, by the way of all deliveries. */
@ApplicationScoped
class Resending {
  private static final int MOST = 5;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final HistoryRepository past;
  private final SnapshotRepository snapshots;
  private final PageRepository pages;
  private final BranchRepository branches;
  private final ResendRepository resends;
  private final DeliveryStateRepository states;
  private final DeliveryLog log;
  private final Visibility visibility;
  private final Timeline timeline;
  private final Names names;
  private final Event<Queued> queued;

  Resending(
      HistoryRepository past,
      SnapshotRepository snapshots,
      PageRepository pages,
      BranchRepository branches,
      ResendRepository resends,
      DeliveryStateRepository states,
      DeliveryLog log,
      Visibility visibility,
      Timeline timeline,
      Names names,
      Event<Queued> queued) {
    this.past = past;
    this.snapshots = snapshots;
    this.pages = pages;
    this.branches = branches;
    this.resends = resends;
    this.states = states;
    this.log = log;
    this.visibility = visibility;
    this.timeline = timeline;
    this.names = names;
    this.queued = queued;
  }

  /**
   * Queues a failed delivery again. One that waits or is being sent stays as it is, so that asking
   * twice sends once.
   *
   * <p>Locks the snapshot and the branch first, as those do that acknowledge and that record
   * failures: nothing else becomes of the delivery meanwhile.
   *
   * @throws Problem that says why it is not sent again
   */
  DeliveryView again(Tx tx, UUID id, @Nullable String reason, Principal by) {
    DeliveryRef ref =
        resends
            .find(tx, id)
            .map(Resendable::ref)
            .filter(one -> visibility.allows(tx, by, incident(one)))
            .orElseThrow(() -> Problem.notFound("delivery", id));
    demandRight(tx, ref, by);
    past.comeBack(tx, List.of(incident(ref)));
    snapshots.lock(tx, incident(ref));
    branches.lock(tx, ref.page().branch());
    Resendable delivery = resends.lock(tx, id).orElseThrow(() -> Problem.notFound("delivery", id));
    switch (delivery.state()) {
      case FAILED -> queue(tx, delivery, reason, by);
      case QUEUED, SENDING -> {}
      case HELD, SENT, DROPPED ->
          throw refused(
              Objects.requireNonNullElse(delivery.result(), "it is " + delivery.state().wire()));
    }
    return log.find(tx, incident(ref), id).orElseThrow();
  }

  private void queue(Tx tx, Resendable delivery, @Nullable String reason, Principal by) {
    UUID id = delivery.ref().id();
    SendDecision decision =
        states.of(tx, id).orElseThrow(() -> Problem.notFound("delivery", id)).worthSending();
    switch (decision) {
      case SendDecision.Drop drop -> throw refused(drop.reason());
      case SendDecision.Hold hold -> throw refused(hold.reason());
      case SendDecision.Lost lost -> throw refused("it is being sent");
      case SendDecision.Yes yes -> demandPause(tx, delivery);
    }
    String asked = "asked for by " + name(by);
    if (resends.again(tx, id, asked)) {
      timeline.record(tx, entry(tx, delivery.ref(), reason(asked, reason), by));
      tx.afterCommit(() -> queued.fire(new Queued()));
    }
  }

  private static void demandPause(Tx tx, Resendable delivery) {
    if (delivery.resends() >= MOST) {
      throw tooOften("It was sent again " + MOST + " times. Escalate the incident instead.");
    }
    if (delivery.resentAt() != null && delivery.resentAt().plus(PAUSE).isAfter(tx.now())) {
      throw tooOften("It was sent again less than a minute ago.");
    }
  }

  private void demandRight(Tx tx, DeliveryRef delivery, Principal by) {
    boolean paged =
        by.kind() == Principal.Kind.PERSON && pages.wasPaged(tx, incident(delivery), by.id());
    if (!paged && !by.may(Rights.RESPONDER, team(tx, delivery))) {
      throw new Problem(
          KitError.FORBIDDEN, "Only responders of the team and people who were paged may do this.");
    }
  }

  private String team(Tx tx, DeliveryRef delivery) {
    return snapshots.access(tx, incident(delivery)).flatMap(access -> access.team()).orElse("");
  }

  private String name(Principal by) {
    return by.kind() == Principal.Kind.PERSON ? names.person(by.id()) : by.id();
  }

  private static String reason(String asked, @Nullable String reason) {
    return reason == null || reason.isBlank() ? asked : asked + ", " + reason.strip();
  }

  private static UUID incident(DeliveryRef delivery) {
    return delivery.page().branch().incident();
  }

  private static Problem refused(String why) {
    return new Problem(EscalationError.NOT_SENT_AGAIN, "It is not sent again: " + why + ".");
  }

  private static Problem tooOften(String why) {
    return new Problem(EscalationError.TOO_MANY_RESENDS, why);
  }

  private Entry entry(Tx tx, DeliveryRef delivery, String reason, Principal by) {
    DeliveryRef.PageOf page = delivery.page();
    return new Entry(
        page.branch().incident(),
        page.branch().round(),
        tx.now(),
        Entry.Kind.DELIVERY,
        ResultText.AGAIN.of(delivery, reason, names),
        Map.of(
            "delivery", delivery.id().toString(),
            "page", page.id().toString(),
            "target", page.target().text(),
            "name", page.target().spoken(names),
            "kind", delivery.kind(),
            "attempts", delivery.attempts(),
            "by", by.getName(),
            "result", ResultText.AGAIN.wire()));
  }
}
