package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.metric.Counters;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Escalates by hand: takes the next step now, or pages a chosen target. */
@Startup
@ApplicationScoped
class ManualEscalation {
  private static final String BACKUP = "secondary";

  private final HistoryRepository past;
  private final SnapshotRepository snapshots;
  private final EscalationRepository escalations;
  private final AcknowledgementRepository acknowledgements;
  private final PageRepository pages;
  private final OnCallCache kept;
  private final PolicyBook policies;
  private final Effects effects;
  private final ManualPaging byHand;
  private final Names names;
  private final Counters asked;

  ManualEscalation(
      HistoryRepository past,
      SnapshotRepository snapshots,
      EscalationRepository escalations,
      AcknowledgementRepository acknowledgements,
      PageRepository pages,
      OnCallCache kept,
      PolicyBook policies,
      Effects effects,
      ManualPaging byHand,
      Names names,
      MeterRegistry metrics) {
    this.past = past;
    this.snapshots = snapshots;
    this.escalations = escalations;
    this.acknowledgements = acknowledgements;
    this.pages = pages;
    this.kept = kept;
    this.policies = policies;
    this.effects = effects;
    this.byHand = byHand;
    this.names = names;
    this.asked =
        Counters.of(
            metrics,
            "watchbill.escalations.asked",
            "People who escalated by hand or asked for backup, by their reason",
            "reason",
            Stream.concat(ManualTarget.reasons().stream(), Stream.of("backup")).toList());
  }

  /** Takes the next step now, or pages the caller's target. */
  Notified escalate(Tx tx, UUID incident, ManualTarget wish, Principal by) {
    StoredSnapshot stored = open(tx, incident, by);
    String why = "escalated by " + name(by) + ", " + wish.why();
    tx.afterCommit(() -> asked.increment(wish.reason()));
    return wish.to() == null
        ? next(tx, stored, why)
        : byHand.escalation(tx, stored.snapshot(), why, wish.to());
  }

  /**
   * Pages the secondary of the rotation that the policy names first, once in a round while the same
   * people have that shift; nobody else's part in the incident changes.
   */
  Notified backup(Tx tx, UUID incident, @Nullable String note, Principal by) {
    StoredSnapshot stored = open(tx, incident, by);
    String rotation =
        policies.snapshot(tx, running(tx, stored).policySnapshot()).steps().stream()
            .filter(step -> step.branch().isMain())
            .flatMap(step -> step.targets().stream())
            .flatMap(target -> rotation(target).stream())
            .findFirst()
            .orElseThrow(() -> ManualPaging.nobody("the policy names no rotation"));
    String said = note == null || note.isBlank() ? "" : ", " + note.strip();
    tx.afterCommit(() -> asked.increment("backup"));
    return byHand.backup(
        tx,
        stored.snapshot(),
        "asked for backup by " + name(by) + said,
        new ManualTarget.To(rotation, BACKUP, null));
  }

  private String name(Principal by) {
    return by.kind() == Principal.Kind.PERSON ? names.person(by.id()) : by.id();
  }

  /** The snapshot is locked: no new round begins and nobody else asks meanwhile. */
  private StoredSnapshot open(Tx tx, UUID incident, Principal by) {
    past.comeBack(tx, Set.of(incident));
    snapshots.lock(tx, incident);
    StoredSnapshot stored =
        snapshots.newest(tx, incident).orElseThrow(() -> Problem.notFound("incident", incident));
    IncidentSnapshot snapshot = stored.snapshot();
    demandRight(tx, snapshot, by);
    if (snapshot.isResolved()) {
      throw new Problem(EscalationError.NOT_PAGED_NOW, "The incident is resolved.");
    }
    if (snapshot.isMutedAt(tx.now())) {
      throw new Problem(
          EscalationError.NOT_PAGED_NOW,
          "Nobody is paged before " + snapshot.mutedUntil() + "; end the mute first.");
    }
    return stored;
  }

  /**
   * Refuses who may not escalate an incident.
   *
   * @throws Problem that says who may
   */
  void demandRight(Tx tx, IncidentSnapshot incident, Principal by) {
    boolean paged =
        by.kind() == Principal.Kind.PERSON && pages.wasPaged(tx, incident.id(), by.id());
    if (!paged && !by.may(Rights.RESPONDER, incident.team())) {
      throw new Problem(
          KitError.FORBIDDEN, "Only responders of the team and people who were paged may do this.");
    }
  }

  private Escalation running(Tx tx, StoredSnapshot stored) {
    return escalations
        .lockMain(tx, stored.snapshot().id(), stored.snapshot().round())
        .orElseThrow(() -> ManualPaging.nobody("no escalation runs for the incident"));
  }

  private Notified next(Tx tx, StoredSnapshot stored, String why) {
    IncidentSnapshot snapshot = stored.snapshot();
    Escalation escalation = running(tx, stored);
    Policy policy = policies.snapshot(tx, escalation.policySnapshot());
    Facts facts =
        FactsReader.facts(
            stored, snapshot.round(), acknowledgements.holding(tx, Set.of(snapshot.id())));
    EscalationDecision decision =
        Decider.escalate(
                policy,
                escalation.progress(),
                facts,
                kept.by(tx, List.of(policy), tx.now()),
                tx.now(),
                why)
            .orElseThrow(
                () ->
                    ManualPaging.nobody(
                        "no step is left that would page anybody: choose a target"));
    List<Settled> settled =
        List.of(
            new Settled(
                escalation,
                policy,
                decision,
                Evaluator.nextDue(decision, tx.now()),
                stored.traceparent()));
    escalations.settle(tx, settled);
    Paged paged = effects.take(tx, settled);
    List<PageOrder> orders =
        decision.orders().pages().stream().filter(page -> page.reason().startsWith(why)).toList();
    return Notified.of(
        snapshot,
        orders.getFirst().step().name(),
        orders.stream().map(page -> Pager.target(page.target())).toList(),
        paged,
        orders.getFirst().reason());
  }

  private static Optional<String> rotation(Target target) {
    return target instanceof Target.RoleOf role ? Optional.of(role.rotation()) : Optional.empty();
  }
}
