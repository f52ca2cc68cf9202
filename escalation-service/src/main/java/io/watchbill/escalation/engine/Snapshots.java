package io.watchbill.escalation.engine;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.delivery.DropReason;
import io.watchbill.escalation.delivery.Dropping;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.escalation.Start;
import io.watchbill.escalation.history.HistoryRepository;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.plan.wording.Wording;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChoice;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores snapshots of incidents: the newest version wins, whatever the order and however often they
 * come. A new round starts its escalation; deliveries that the snapshot makes needless are dropped.
 */
@ApplicationScoped
class Snapshots {
  private final Database database;
  private final HistoryRepository past;
  private final SnapshotRepository snapshots;
  private final EscalationRepository escalations;
  private final Dropping dropping;
  private final PolicyBook policies;
  private final Alarms alarms;
  private final EngineNudge engine;
  private final Names names;

  Snapshots(
      Database database,
      HistoryRepository past,
      SnapshotRepository snapshots,
      EscalationRepository escalations,
      Dropping dropping,
      PolicyBook policies,
      Alarms alarms,
      EngineNudge engine,
      Names names) {
    this.database = database;
    this.past = past;
    this.snapshots = snapshots;
    this.escalations = escalations;
    this.dropping = dropping;
    this.policies = policies;
    this.alarms = alarms;
    this.engine = engine;
    this.names = names;
  }

  /** Stores snapshots together and returns the incidents for which they were new. */
  Set<UUID> take(List<IncidentSnapshot> taken) {
    return take(taken, Map.of());
  }

  /**
   * As {@link #take(List)}.
   *
   * @param traceparents by incident, of those whose change is part of a trace
   */
  Set<UUID> take(List<IncidentSnapshot> taken, Map<UUID, String> traceparents) {
    List<IncidentSnapshot> newest = newestOfEach(taken);
    return database.inTransaction(tx -> take(tx, newest, traceparents));
  }

  private static List<IncidentSnapshot> newestOfEach(List<IncidentSnapshot> taken) {
    Map<UUID, IncidentSnapshot> newest = new HashMap<>();
    for (IncidentSnapshot snapshot : taken) {
      newest.merge(snapshot.id(), snapshot, (a, b) -> a.version() < b.version() ? b : a);
    }
    return List.copyOf(newest.values());
  }

  private Set<UUID> take(Tx tx, List<IncidentSnapshot> newest, Map<UUID, String> traceparents) {
    past.comeBack(tx, newest.stream().map(IncidentSnapshot::id).toList());
    Set<UUID> news = snapshots.storeIfNewer(tx, newest, traceparents);
    if (news.isEmpty()) {
      return news;
    }
    escalations.wake(tx, news);
    List<IncidentSnapshot> fresh = newest.stream().filter(p -> news.contains(p.id())).toList();
    startRounds(tx, fresh.stream().filter(snapshot -> !snapshot.isResolved()).toList());
    dropNeedless(tx, fresh);
    tx.afterCommit(engine::nudge);
    return news;
  }

  private void dropNeedless(Tx tx, List<IncidentSnapshot> fresh) {
    List<DropReason> all = new ArrayList<>();
    List<DropReason> main = new ArrayList<>();
    for (IncidentSnapshot snapshot : fresh) {
      if (snapshot.isResolved()) {
        all.add(needless(snapshot, "the incident is resolved"));
      } else if (snapshot.isMutedAt(tx.now())) {
        all.add(needless(snapshot, Wording.muted(requireNonNull(snapshot.mutedUntil()))));
      } else if (snapshot.isAcknowledged()) {
        String by =
            snapshot.acknowledgedBy() == null
                ? "somebody"
                : names.person(snapshot.acknowledgedBy());
        main.add(needless(snapshot, "acknowledged by " + by));
      }
    }
    dropping.incidents(tx, all);
    dropping.branch(tx, main, Branch.MAIN);
  }

  private static DropReason needless(IncidentSnapshot snapshot, String reason) {
    return new DropReason(snapshot.id(), snapshot.round(), reason);
  }

  /** Starts missing escalations of open incidents, also when their snapshots are known. */
  void ensureRunning(List<IncidentSnapshot> known) {
    List<IncidentSnapshot> open =
        known.stream().filter(snapshot -> !snapshot.isResolved()).toList();
    database.run(
        tx -> {
          startRounds(tx, open);
          tx.afterCommit(engine::nudge);
        });
  }

  private void startRounds(Tx tx, List<IncidentSnapshot> open) {
    Set<UUID> running =
        escalations.withMain(
            tx,
            open.stream().map(IncidentSnapshot::id).toList(),
            open.stream().map(IncidentSnapshot::round).toList());
    List<IncidentSnapshot> lacking =
        open.stream().filter(snapshot -> !running.contains(snapshot.id())).toList();
    dropping.roundsBefore(
        tx,
        lacking.stream()
            .filter(snapshot -> snapshot.round() > 1)
            .map(snapshot -> needless(snapshot, "round " + snapshot.round() + " has begun"))
            .toList());
    List<Start> starts = starts(tx, lacking);
    Set<UUID> started = escalations.start(tx, starts);
    for (Start start : starts) {
      if (started.contains(start.incident())) {
        warn(tx, start);
      }
    }
  }

  private void warn(Tx tx, Start start) {
    String why = start.choice().reason();
    if (start.choice().unreadable()) {
      alarms.raise(
          tx, start.incident(), start.round(), AlarmKind.POLICY_UNREADABLE, Branch.MAIN, why);
    } else if (start.choice().isNone()) {
      alarms.raise(tx, start.incident(), start.round(), AlarmKind.NO_POLICY, Branch.MAIN, why);
    }
  }

  private List<Start> starts(Tx tx, List<IncidentSnapshot> lacking) {
    Map<List<String>, PolicyChoice> choices = new HashMap<>();
    List<Start> starts = new ArrayList<>();
    for (IncidentSnapshot snapshot : lacking) {
      PolicyChoice choice =
          choices.computeIfAbsent(
              Arrays.asList(snapshot.policy(), snapshot.team()),
              by -> policies.choose(tx, snapshot.policy(), snapshot.team()));
      Policy policy = policies.snapshot(tx, choice.snapshot());
      Instant anchor = snapshot.anchors().triggered();
      starts.add(new Start(snapshot.id(), snapshot.round(), Purpose.MAIN, choice, policy, anchor));
    }
    return starts;
  }
}
