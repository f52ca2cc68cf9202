package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.onwatch.Kept;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.past.PastRepository;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.escalation.picture.StoredPicture;
import io.watchbill.escalation.plan.Decider;
import io.watchbill.escalation.plan.Decision;
import io.watchbill.escalation.plan.Facts;
import io.watchbill.escalation.plan.PageOrder;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.plan.Target;
import io.watchbill.escalation.policy.PolicyBook;
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

/** People escalate by their own judgement: the next step now, or whom they choose. */
@Startup
@ApplicationScoped
class Escalating {
  private static final String BACKUP = "secondary";

  private final PastRepository past;
  private final PictureRepository pictures;
  private final EscalationRepository escalations;
  private final AcknowledgementRepository acknowledgements;
  private final PageRepository pages;
  private final Kept kept;
  private final PolicyBook policies;
  private final Effects effects;
  private final ByHand byHand;
  private final Counters asked;

  Escalating(
      PastRepository past,
      PictureRepository pictures,
      EscalationRepository escalations,
      AcknowledgementRepository acknowledgements,
      PageRepository pages,
      Kept kept,
      PolicyBook policies,
      Effects effects,
      ByHand byHand,
      MeterRegistry metrics) {
    this.past = past;
    this.pictures = pictures;
    this.escalations = escalations;
    this.acknowledgements = acknowledgements;
    this.pages = pages;
    this.kept = kept;
    this.policies = policies;
    this.effects = effects;
    this.byHand = byHand;
    this.asked =
        Counters.of(
            metrics,
            "watchbill.escalations.asked",
            "People who escalated by hand or asked for backup, by their reason",
            "reason",
            Stream.concat(AskedFor.reasons().stream(), Stream.of("backup")).toList());
  }

  /** Takes the next step now, or tells whom the caller chose. */
  Told escalate(Tx tx, UUID incident, AskedFor wish, Principal by) {
    StoredPicture stored = open(tx, incident, by);
    String why = "escalated by " + by.id() + ", " + wish.why();
    tx.afterCommit(() -> asked.increment(wish.reason()));
    return wish.to() == null
        ? next(tx, stored, why)
        : byHand.escalation(tx, stored.picture(), why, wish.to());
  }

  /**
   * Tells whoever is secondary of the rotation that the policy names first, once in a round while
   * the same people have that watch; nobody else's part in the incident changes.
   */
  Told backup(Tx tx, UUID incident, String note, Principal by) {
    StoredPicture stored = open(tx, incident, by);
    String rotation =
        policies.snapshot(tx, running(tx, stored).snapshot()).steps().stream()
            .filter(step -> step.branch().equals(Policy.MAIN))
            .flatMap(step -> step.targets().stream())
            .flatMap(target -> rotation(target).stream())
            .findFirst()
            .orElseThrow(() -> ByHand.nobody("the policy names no rotation"));
    String said = note == null || note.isBlank() ? "" : ", " + note.strip();
    tx.afterCommit(() -> asked.increment("backup"));
    return byHand.backup(
        tx,
        stored.picture(),
        "asked for backup by " + by.id() + said,
        new AskedFor.To(rotation, BACKUP, null));
  }

  /** The picture is locked: no new round begins and nobody else asks meanwhile. */
  private StoredPicture open(Tx tx, UUID incident, Principal by) {
    past.comeBack(tx, Set.of(incident));
    pictures.lock(tx, incident);
    StoredPicture stored =
        pictures.newest(tx, incident).orElseThrow(() -> Problem.notFound("incident", incident));
    IncidentPicture picture = stored.picture();
    boolean paged = by.kind() == Principal.Kind.PERSON && pages.wasPaged(tx, incident, by.id());
    if (!paged && !by.may(Rights.RESPONDER, picture.team())) {
      throw new Problem(
          KitError.FORBIDDEN, "Only responders of the team and whoever was paged may do this.");
    }
    if (picture.isResolved()) {
      throw new Problem(EscalationError.NOT_TO_BE_TOLD, "The incident is resolved.");
    }
    if (picture.isQuietAt(tx.now())) {
      throw new Problem(
          EscalationError.NOT_TO_BE_TOLD,
          "Nobody is told before " + picture.quietUntil() + "; end the mute first.");
    }
    return stored;
  }

  private Escalation running(Tx tx, StoredPicture stored) {
    return escalations
        .lockMain(tx, stored.picture().id(), stored.picture().round())
        .orElseThrow(() -> ByHand.nobody("no escalation runs for the incident"));
  }

  private Told next(Tx tx, StoredPicture stored, String why) {
    IncidentPicture picture = stored.picture();
    Escalation escalation = running(tx, stored);
    Policy policy = policies.snapshot(tx, escalation.snapshot());
    Facts facts =
        FactsReader.facts(
            stored, picture.round(), acknowledgements.holding(tx, Set.of(picture.id())));
    Decision decision =
        Decider.escalate(
                policy,
                escalation.progress(),
                facts,
                kept.by(tx, List.of(policy), tx.now()),
                tx.now(),
                why)
            .orElseThrow(
                () -> ByHand.nobody("no step is left that tells anybody: choose a target"));
    List<Settled> settled =
        List.of(
            new Settled(escalation, policy, decision, EscalationLoop.nextDue(decision, tx.now())));
    escalations.settle(tx, settled);
    Paged paged = effects.take(tx, settled);
    List<PageOrder> orders =
        decision.pages().stream().filter(page -> page.reason().startsWith(why)).toList();
    return Told.of(
        picture,
        orders.getFirst().stepName(),
        orders.stream().map(page -> Pager.target(page.target())).toList(),
        paged,
        orders.getFirst().reason());
  }

  private static Optional<String> rotation(Target target) {
    return target instanceof Target.RoleOf role ? Optional.of(role.rotation()) : Optional.empty();
  }
}
