package io.watchbill.escalation.oncall;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChanged;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps at least the next 14 days of every rotation that a policy names: asked for every three
 * seconds by ETag, and at once when the rotation-service says that one has changed. While it is
 * down the last answer serves.
 */
@ApplicationScoped
public class ShiftSync {
  private static final Logger LOG = Logger.getLogger(ShiftSync.class);
  private static final Duration POLL = Duration.ofMillis(500);
  static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofDays(16);

  /** Longer than an answer is waited for: then another replica may ask in its place. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private static final int PARALLEL = 64;

  private final Database database;
  private final CachedShiftRepository kept;
  private final CachedTeamRepository teams;
  private final PolicyBook policies;
  private final Rotations rotations;
  private final Loops loops;
  private final Event<ShiftsChanged> changes;
  private final AtomicInteger asking = new AtomicInteger();
  private volatile Loop loop;
  private volatile double oldestAnswerSeconds;
  private volatile long namedNanos = System.nanoTime() - EVERY.toNanos();

  ShiftSync(
      Database database,
      CachedShiftRepository kept,
      CachedTeamRepository teams,
      PolicyBook policies,
      Rotations rotations,
      Loops loops,
      Event<ShiftsChanged> changes,
      MeterRegistry metrics) {
    this.database = database;
    this.kept = kept;
    this.teams = teams;
    this.policies = policies;
    this.rotations = rotations;
    this.loops = loops;
    this.changes = changes;
    Gauge.builder("watchbill.shifts.kept.age", this, ShiftSync::oldestAnswer)
        .description("Age of the oldest answer of the rotation-service that still serves")
        .baseUnit("seconds")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("shifts", POLL, this::turn);
  }

  void policyChanged(@Observes PolicyChanged event) {
    namedNanos = System.nanoTime() - EVERY.toNanos();
    nudge();
  }

  /** Asks at once for what is to be asked for. */
  void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean turn() {
    int free = PARALLEL - asking.get();
    List<CachedShiftRepository.Check> checks =
        database.inTransaction(
            tx -> {
              nameWhatPoliciesName(tx);
              return kept.claim(tx, free, UNDER_WAY);
            });
    checks.forEach(this::start);
    return free > 0 && checks.size() == free;
  }

  /** Nobody waits for an answer that is slow: neither this loop nor another rotation. */
  private void start(CachedShiftRepository.Check check) {
    asking.incrementAndGet();
    Thread.ofVirtual()
        .name("shifts-" + check.rotation())
        .start(
            () -> {
              try {
                refresh(check);
              } catch (RuntimeException e) {
                LOG.warnf("shifts of %s could not be kept: %s", check.rotation(), e);
              } finally {
                asking.decrementAndGet();
              }
            });
  }

  /** Reads the policies every few seconds only; a policy that is put here is seen at once. */
  private void nameWhatPoliciesName(Tx tx) {
    if (System.nanoTime() - namedNanos >= EVERY.toNanos()) {
      namedNanos = System.nanoTime();
      nameRotations(tx, policies.all(tx));
      oldestAnswerSeconds = kept.oldestAnswerSeconds(tx);
    }
  }

  /** Those that policies name, and those of the teams that they name. */
  private void nameRotations(Tx tx, List<Policy> current) {
    SortedSet<String> rotations = OnCallCache.rotations(current);
    teams.rotations(tx, OnCallCache.teams(current)).values().forEach(rotations::addAll);
    kept.name(tx, rotations);
  }

  /** The range stays the same for a day, so that the ETag can. */
  private void refresh(CachedShiftRepository.Check check) {
    Instant from = check.at().minus(BEFORE).truncatedTo(ChronoUnit.DAYS);
    Instant until = from.plus(BEFORE).plus(AHEAD);
    boolean sameRange = from.equals(check.knownFrom()) && until.equals(check.knownUntil());
    Rotations.Answer<ShiftsAnswer> answer =
        rotations.shifts(check.rotation(), from, until, sameRange ? check.etag() : null);
    database.run(
        tx -> {
          switch (answer) {
            case Rotations.Answer.Changed<ShiftsAnswer> changed ->
                keep(tx, check.rotation(), changed, from, until);
            case Rotations.Answer.Unchanged<ShiftsAnswer> same ->
                kept.unchanged(tx, check.rotation());
            case Rotations.Answer.Missing<ShiftsAnswer> missing ->
                kept.missing(tx, check.rotation());
            case Rotations.Answer.Unknown<ShiftsAnswer> unknown -> {
              LOG.warnf("shifts of %s are not to be had: %s", check.rotation(), unknown.error());
              kept.failed(tx, check.rotation(), unknown.error());
            }
          }
          kept.checkAgain(tx, check.rotation(), EVERY);
        });
  }

  private void keep(
      Tx tx,
      String rotation,
      Rotations.Answer.Changed<ShiftsAnswer> answer,
      Instant from,
      Instant until) {
    CachedRotation before = kept.between(tx, List.of(rotation), from, until).get(rotation);
    kept.replace(tx, rotation, answer.etag(), from, until, answer.body());
    if (before == null || Difference.between(before, answer.body().decidable(), tx.now())) {
      changes.fire(new ShiftsChanged(tx, rotation));
    }
  }

  private double oldestAnswer() {
    return oldestAnswerSeconds;
  }
}
