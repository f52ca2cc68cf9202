package io.watchbill.escalation.engine;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.acknowledgement.Acknowledgement;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.EscalationDecision;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides by the plan what escalations do now. */
@ApplicationScoped
class Evaluator {
  private static final Duration UNKNOWN_POLL = Duration.ofSeconds(1);
  private static final Duration HOLD_POLL = Duration.ofMinutes(1);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);

  private final EscalationRepository escalations;
  private final SnapshotRepository snapshots;
  private final AcknowledgementRepository acknowledgements;
  private final OnCallCache kept;
  private final PolicyBook policies;
  private final FailedEscalations failing;

  Evaluator(
      EscalationRepository escalations,
      SnapshotRepository snapshots,
      AcknowledgementRepository acknowledgements,
      OnCallCache kept,
      PolicyBook policies,
      FailedEscalations failing) {
    this.escalations = escalations;
    this.snapshots = snapshots;
    this.acknowledgements = acknowledgements;
    this.kept = kept;
    this.policies = policies;
    this.failing = failing;
  }

  /** Evaluates escalations; those that cannot be read raise an alarm and come again. */
  List<Settled> evaluate(Tx tx, List<Escalation> due) {
    World world = read(tx, due);
    return due.stream()
        .filter(escalation -> isReadable(tx, escalation, world))
        .map(escalation -> decide(escalation, world, tx.now()))
        .toList();
  }

  /** An unreadable policy is left to a version that can read it; the fallback pages. */
  private boolean isReadable(Tx tx, Escalation escalation, World world) {
    boolean policy = world.policies.containsKey(escalation.policySnapshot());
    if (policy && world.snapshots.containsKey(escalation.incident())) {
      return true;
    }
    if (policy) {
      failing.factsUnreadable(tx, escalation);
    } else {
      failing.policyUnreadable(tx, escalation);
    }
    escalations.putOff(tx, escalation.id(), UNREADABLE);
    return false;
  }

  private Map<String, Policy> policySnapshots(Tx tx, List<Escalation> due) {
    Map<String, Policy> policySnapshots = new HashMap<>();
    due.stream()
        .map(Escalation::policySnapshot)
        .distinct()
        .forEach(
            hash ->
                policies.readable(tx, hash).ifPresent(policy -> policySnapshots.put(hash, policy)));
    return policySnapshots;
  }

  /** Facts are read after the locks: a later change wakes the escalation again. */
  private World read(Tx tx, List<Escalation> due) {
    Map<String, Policy> policySnapshots = policySnapshots(tx, due);
    Set<UUID> incidents = due.stream().map(Escalation::incident).collect(Collectors.toSet());
    return new World(
        policySnapshots,
        snapshots.readable(tx, incidents),
        acknowledgements.holding(tx, incidents),
        kept.by(tx, policySnapshots.values(), tx.now()));
  }

  private static Settled decide(Escalation escalation, World world, Instant now) {
    Policy policy = requireNonNull(world.policies.get(escalation.policySnapshot()));
    StoredSnapshot stored = requireNonNull(world.snapshots.get(escalation.incident()));
    Facts facts = FactsReader.facts(stored, escalation.round(), world.acknowledgements);
    int newest = stored.snapshot().round();
    EscalationDecision decision =
        newest > escalation.round()
            ? Decider.stop(
                policy, escalation.progress(), facts, now, "round " + newest + " has begun")
            : Decider.decide(policy, escalation.progress(), facts, world.shifts, now);
    return new Settled(escalation, policy, decision, nextDue(decision, now), stored.traceparent());
  }

  /** Unknown shifts may arrive any second; an override may put somebody on call. */
  static @Nullable Instant nextDue(EscalationDecision decision, Instant now) {
    List<Instant> candidates = new ArrayList<>();
    decision.next().due().ifPresent(candidates::add);
    if (decision.next().unknown()) {
      candidates.add(now.plus(UNKNOWN_POLL));
    }
    if (decision.next().holding()) {
      candidates.add(now.plus(HOLD_POLL));
    }
    Optional<Instant> next = candidates.stream().min(Instant::compareTo);
    return decision.end().isPresent() ? null : next.orElse(null);
  }

  /** The input of an iteration's decisions. */
  private record World(
      Map<String, Policy> policies,
      Map<UUID, StoredSnapshot> snapshots,
      List<Acknowledgement> acknowledgements,
      CachedShifts shifts) {}
}
