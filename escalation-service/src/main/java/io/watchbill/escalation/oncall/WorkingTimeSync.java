package io.watchbill.escalation.oncall;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChanged;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Caches the working time that policies need, from 35 days ago, so that business time can be
 * counted, to 16 days ahead, and the rotations of the teams that they name. Asks every half minute
 * by ETag; while the rotation-service is down, the last answer is used as far as it reaches.
 */
@ApplicationScoped
class WorkingTimeSync {
  private static final Logger LOG = Logger.getLogger(WorkingTimeSync.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration NAMED_EVERY = Duration.ofSeconds(5);
  private static final Duration BEFORE = Duration.ofDays(35);
  private static final Duration AHEAD = Duration.ofDays(17);
  private static final int BATCH = 20;

  private final Database database;
  private final WorkingTimeRepository cached;
  private final CachedTeamRepository teams;
  private final PolicyBook policies;
  private final Rotations rotations;
  private final Loops loops;
  private volatile @Nullable Loop loop;
  private volatile long namedNanos = System.nanoTime() - NAMED_EVERY.toNanos();
  private volatile long teamsNanos = System.nanoTime() - EVERY.toNanos();

  WorkingTimeSync(
      Database database,
      WorkingTimeRepository cached,
      CachedTeamRepository teams,
      PolicyBook policies,
      Rotations rotations,
      Loops loops) {
    this.database = database;
    this.cached = cached;
    this.teams = teams;
    this.policies = policies;
    this.rotations = rotations;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("working-time", POLL, this::sync);
  }

  /** Asks at once: a new policy may need more. */
  void policyChanged(@Observes PolicyChanged event) {
    namedNanos = System.nanoTime() - NAMED_EVERY.toNanos();
    teamsNanos = System.nanoTime() - EVERY.toNanos();
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean sync() {
    if (System.nanoTime() - namedNanos >= NAMED_EVERY.toNanos()) {
      namedNanos = System.nanoTime();
      List<Policy> current = database.read(policies::all);
      refreshTeams(OnCallCache.teams(current));
      database.run(
          tx -> {
            name(tx, current);
          });
    }
    List<WorkingTimeRepository.Check> checks =
        database.inTransaction(tx -> cached.claim(tx, BATCH, EVERY));
    refreshTogether(checks);
    return checks.size() == BATCH;
  }

  private void name(Tx tx, List<Policy> current) {
    SortedSet<String> needed = new TreeSet<>();
    current.forEach(policy -> needed.addAll(policy.workingTimes()));
    cached.name(tx, needed, OnCallCache.named(current));
    List<Policy> asking = current.stream().filter(Policy::asksForResponders).toList();
    SortedSet<String> responders = OnCallCache.rotations(asking);
    teams.rotations(tx, OnCallCache.teams(asking)).values().forEach(responders::addAll);
    cached.nameResponders(tx, responders);
  }

  private void refreshTeams(SortedSet<String> named) {
    if (named.isEmpty() || System.nanoTime() - teamsNanos < EVERY.toNanos()) {
      return;
    }
    teamsNanos = System.nanoTime();
    try {
      Map<String, List<String>> byTeam =
          rotations.all().stream()
              .filter(item -> item.team() != null && named.contains(item.team()))
              .collect(
                  Collectors.groupingBy(
                      RotationsAnswer.Item::team,
                      TreeMap::new,
                      Collectors.mapping(RotationsAnswer.Item::id, Collectors.toList())));
      named.forEach(team -> byTeam.putIfAbsent(team, List.of()));
      database.run(
          tx -> {
            teams.replace(tx, byTeam);
          });
    } catch (RuntimeException e) {
      LOG.warnf("the rotations of teams are not available: %s", e.getMessage());
    }
  }

  /** Asks in parallel, so that a slow answer does not delay the others. */
  private void refreshTogether(List<WorkingTimeRepository.Check> checks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      checks.forEach(check -> threads.execute(() -> refreshOrLog(check)));
    }
  }

  private void refreshOrLog(WorkingTimeRepository.Check check) {
    try {
      refresh(check);
    } catch (RuntimeException e) {
      LOG.warnf("the working time of %s could not be stored: %s", check.id(), e);
    }
  }

  /** The range stays the same for a day, and so does the ETag. */
  private void refresh(WorkingTimeRepository.Check check) {
    Instant today = check.at().truncatedTo(ChronoUnit.DAYS);
    Instant from = today.minus(BEFORE);
    Instant until = today.plus(AHEAD);
    String etag = from.equals(check.knownFrom()) ? check.etag() : null;
    Rotations.Answer<WorkingTimeAnswer> answer =
        rotations.workingTime(check.kind(), check.id(), from, until, etag);
    database.run(
        tx -> {
          switch (answer) {
            case Rotations.Answer.Changed<WorkingTimeAnswer> changed ->
                cached.replace(tx, check, changed.etag(), from, until, changed.body());
            case Rotations.Answer.Unchanged<WorkingTimeAnswer> same -> cached.unchanged(tx, check);
            case Rotations.Answer.Missing<WorkingTimeAnswer> missing -> cached.missing(tx, check);
            case Rotations.Answer.Unknown<WorkingTimeAnswer> unknown ->
                cached.failed(tx, check, unknown.error());
          }
        });
  }
}
