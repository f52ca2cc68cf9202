package io.watchbill.escalation.oncall;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChanged;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
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
import org.jspecify.annotations.Nullable;

/**
 * Caches at least the next 14 days of every rotation that a policy names. Asks every three seconds
 * by ETag, and at once when the rotation-service says that a rotation has changed. While it is
 * down, the last answer is used.
 */
@ApplicationScoped
public class ShiftSync {
  private static final Logger LOG = Logger.getLogger(ShiftSync.class);
  private static final Duration POLL = Duration.ofMillis(500);
  static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofDays(16);

  /** Longer than the time-out of a request: then another replica may ask instead. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private static final int PARALLEL = 64;

  private final Database database;
  private final RotationCheckRepository checks;
  private final CachedShiftRepository cached;
  private final CachedTeamRepository teams;
  private final PolicyBook policies;
  private final Rotations rotations;
  private final Loops loops;
  private final Event<ShiftsChanged> changes;
  private final Traces traces;
  private final AtomicInteger asking = new AtomicInteger();
  private volatile @Nullable Loop loop;
  private volatile double oldestAnswerSeconds;
  private volatile long namedNanos = System.nanoTime() - EVERY.toNanos();

  ShiftSync(
      Database database,
      RotationCheckRepository checks,
      CachedShiftRepository cached,
      CachedTeamRepository teams,
      PolicyBook policies,
      Rotations rotations,
      Loops loops,
      Event<ShiftsChanged> changes,
      Traces traces,
      MeterRegistry metrics) {
    this.database = database;
    this.checks = checks;
    this.cached = cached;
    this.teams = teams;
    this.policies = policies;
    this.rotations = rotations;
    this.loops = loops;
    this.changes = changes;
    this.traces = traces;
    Gauge.builder("watchbill.shifts.cached.age", this, ShiftSync::oldestAnswer)
        .description("Age of the oldest answer of the rotation-service in use")
        .baseUnit("seconds")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("shifts", POLL, this::sync);
  }

  void policyChanged(@Observes PolicyChanged event) {
    namedNanos = System.nanoTime() - EVERY.toNanos();
    nudge();
  }

  /** Asks for due rotations at once. */
  void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean sync() {
    int free = PARALLEL - asking.get();
    List<RotationCheck> claimed =
        database.inTransaction(
            tx -> {
              nameWhatPoliciesName(tx);
              return checks.claim(tx, free, UNDER_WAY);
            });
    claimed.forEach(this::start);
    return free > 0 && claimed.size() == free;
  }

  /**
   * Asks in a thread of its own, so that a slow answer delays neither this loop nor another
   * rotation.
   */
  private void start(RotationCheck check) {
    asking.incrementAndGet();
    Thread.ofVirtual()
        .name("shifts-" + check.rotation())
        .start(
            () -> {
              try (Traced span =
                  traces
                      .continuing(check.traceparent(), "refresh shifts", SpanKind.INTERNAL)
                      .here()) {
                refresh(check);
              } catch (RuntimeException e) {
                LOG.warnf("shifts of %s could not be stored: %s", check.rotation(), e);
              } finally {
                asking.decrementAndGet();
              }
            });
  }

  /**
   * Reads the policies every few seconds only; a policy that is put at this replica is seen at
   * once.
   */
  private void nameWhatPoliciesName(Tx tx) {
    if (System.nanoTime() - namedNanos >= EVERY.toNanos()) {
      namedNanos = System.nanoTime();
      nameRotations(tx, policies.all(tx));
      oldestAnswerSeconds = checks.oldestAnswerSeconds(tx);
    }
  }

  /** Returns the rotations that policies name, with those of the teams that they name. */
  private void nameRotations(Tx tx, List<Policy> current) {
    SortedSet<String> rotations = OnCallCache.rotations(current);
    teams.rotations(tx, OnCallCache.teams(current)).values().forEach(rotations::addAll);
    checks.name(tx, rotations);
  }

  /** The range stays the same for a day, and so does the ETag. */
  private void refresh(RotationCheck check) {
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
                cached.unchanged(tx, check.rotation());
            case Rotations.Answer.Missing<ShiftsAnswer> missing ->
                cached.missing(tx, check.rotation());
            case Rotations.Answer.Unknown<ShiftsAnswer> unknown -> {
              LOG.warnf("shifts of %s are not available: %s", check.rotation(), unknown.error());
              cached.failed(tx, check.rotation(), unknown.error());
            }
          }
          checks.checkAgain(tx, check.rotation(), EVERY);
        });
  }

  private void keep(
      Tx tx,
      String rotation,
      Rotations.Answer.Changed<ShiftsAnswer> answer,
      Instant from,
      Instant until) {
    CachedRotation before = cached.between(tx, List.of(rotation), from, until).get(rotation);
    cached.replace(tx, rotation, answer.etag(), from, until, answer.body());
    if (before == null || Difference.between(before, answer.body().decidable(), tx.now())) {
      changes.fire(new ShiftsChanged(tx, rotation));
    }
  }

  private double oldestAnswer() {
    return oldestAnswerSeconds;
  }
}
