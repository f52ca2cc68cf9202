package io.watchbill.escalation.engine;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.acknowledgement.Acknowledgement;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Due;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Settled;
import io.watchbill.escalation.heartbeat.Heartbeat;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.decision.Decider;
import io.watchbill.escalation.plan.decision.Decision;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.loop.BatchSize;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import org.jboss.logging.Logger;

/**
 * The loop that evaluates due escalations. An iteration is one transaction: lock due escalations
 * that nobody else has locked, read their newest facts, decide by the plan, store outcomes, pages,
 * deliveries and timeline entries. It needs no HTTP: who is on call is read from the cached shifts.
 */
@ApplicationScoped
class EscalationLoop {
  private static final Logger LOG = Logger.getLogger(EscalationLoop.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration UNKNOWN_POLL = Duration.ofSeconds(1);
  private static final Duration HOLD_POLL = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int BATCH = 200;
  private static final int ONE_BY_ONE = 20;

  private final Database database;
  private final EscalationRepository escalations;
  private final SnapshotRepository snapshots;
  private final AcknowledgementRepository acknowledgements;
  private final OnCallCache kept;
  private final PolicyBook policies;
  private final Effects effects;
  private final Loops loops;
  private final EngineNudge nudge;
  private final FailedEscalations failing;
  private final Heartbeat heartbeat;
  private final BatchSize size = new BatchSize(BATCH, DEADLINE);
  private volatile boolean oneByOne;

  EscalationLoop(
      Database database,
      EscalationRepository escalations,
      SnapshotRepository snapshots,
      AcknowledgementRepository acknowledgements,
      OnCallCache kept,
      PolicyBook policies,
      Effects effects,
      Loops loops,
      EngineNudge nudge,
      FailedEscalations failing,
      Heartbeat heartbeat) {
    this.database = database;
    this.escalations = escalations;
    this.snapshots = snapshots;
    this.acknowledgements = acknowledgements;
    this.kept = kept;
    this.policies = policies;
    this.effects = effects;
    this.loops = loops;
    this.nudge = nudge;
    this.failing = failing;
    this.heartbeat = heartbeat;
  }

  void start(@Observes StartupEvent event) {
    Loop loop = loops.startVital("escalations", POLL, this::turn);
    nudge.with(loop);
  }

  /** Runs one iteration; any number of replicas may run theirs at the same time. */
  boolean turn() {
    long began = System.nanoTime();
    int most = oneByOne ? Math.min(ONE_BY_ONE, size.next()) : size.next();
    try {
      int taken = database.inTransaction(tx -> takeDue(tx, most));
      size.finished(Duration.ofNanos(System.nanoTime() - began));
      oneByOne = false;
      heartbeat.turned();
      return taken == most;
    } catch (DatabaseUnavailableException e) {
      size.failed();
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "a turn failed; the next one takes each escalation by itself");
      boolean again = !oneByOne;
      oneByOne = true;
      return again;
    }
  }

  private int takeDue(Tx tx, int most) {
    Due claimed = escalations.claimDue(tx, most);
    claimed.unreadable().forEach(one -> failing.unreadable(tx, one));
    List<Escalation> due = claimed.readable();
    if (oneByOne) {
      due.forEach(escalation -> settleAlone(tx, escalation));
    } else if (!due.isEmpty()) {
      settle(tx, due);
    }
    return due.size() + claimed.unreadable().size();
  }

  /** A failing escalation is rolled back and postponed; the others go on. */
  private void settleAlone(Tx tx, Escalation escalation) {
    tx.attempt(() -> settle(tx, List.of(escalation)))
        .ifPresent(
            failure -> {
              LOG.errorf(
                  failure,
                  "escalation %s of incident %s failed",
                  escalation.id(),
                  escalation.incident());
              failing.failed(tx, escalation, failure);
              escalations.putOff(tx, escalation.id(), AFTER_FAILURE);
            });
  }

  private void settle(Tx tx, List<Escalation> due) {
    World world = read(tx, due);
    List<Settled> settled =
        due.stream()
            .filter(escalation -> isReadable(tx, escalation, world))
            .map(escalation -> decide(escalation, world, tx.now()))
            .toList();
    if (!settled.isEmpty()) {
      escalations.settle(tx, settled);
      settled.forEach(EscalationLoop::log);
      effects.take(tx, settled);
    }
  }

  /** An unreadable policy is left to a version that can read it; the fallback pages. */
  private boolean isReadable(Tx tx, Escalation escalation, World world) {
    boolean policy = world.policies.containsKey(escalation.snapshot());
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
        .map(Escalation::snapshot)
        .distinct()
        .forEach(
            hash ->
                policies.readable(tx, hash).ifPresent(policy -> policySnapshots.put(hash, policy)));
    return policySnapshots;
  }

  private static void log(Settled settled) {
    Escalation escalation = settled.escalation();
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, escalation.incident())
            .and(LogContext.ROUND, escalation.round())
            .and(LogContext.ESCALATION, escalation.id())) {
      LOG.debugf(
          "incident %s, round %d: %d outcomes, %d pages, next %s",
          escalation.incident(),
          escalation.round(),
          settled.decision().outcomes().size(),
          settled.decision().pages().size(),
          settled.nextDue());
    }
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
    Policy policy = world.policies.get(escalation.snapshot());
    StoredSnapshot stored = world.snapshots.get(escalation.incident());
    Facts facts = FactsReader.facts(stored, escalation.round(), world.acknowledgements);
    int newest = stored.snapshot().round();
    Decision decision =
        newest > escalation.round()
            ? Decider.stop(
                policy, escalation.progress(), facts, now, "round " + newest + " has begun")
            : Decider.decide(policy, escalation.progress(), facts, world.shifts, now);
    return new Settled(escalation, policy, decision, nextDue(decision, now));
  }

  /** Unknown shifts may arrive any second; an override may put somebody on call. */
  static Instant nextDue(Decision decision, Instant now) {
    List<Instant> candidates = new ArrayList<>();
    decision.nextDue().ifPresent(candidates::add);
    if (decision.unknown()) {
      candidates.add(now.plus(UNKNOWN_POLL));
    }
    if (decision.holding()) {
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
