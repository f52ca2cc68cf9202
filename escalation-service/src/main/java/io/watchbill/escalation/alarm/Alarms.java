package io.watchbill.escalation.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.escalation.RoundRef;
import io.watchbill.escalation.escalation.Start;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChoice;
import io.watchbill.escalation.policy.TestPagePolicy;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Raises alarms, each kind once for a branch of a round: pages the last-resort contact at once, and
 * starts the fallback policy if the round runs by another policy.
 */
@Startup
@ApplicationScoped
public class Alarms {
  private static final Logger LOG = Logger.getLogger(Alarms.class);

  private final AlarmRepository alarms;
  private final EscalationRepository escalations;
  private final PolicyBook policies;
  private final Pager pager;
  private final Timeline timeline;
  private final Counters counts;
  private final BiConsumer<Tx, List<Alarm>> together = this::raiseOrPart;

  Alarms(
      AlarmRepository alarms,
      EscalationRepository escalations,
      PolicyBook policies,
      Pager pager,
      Timeline timeline,
      MeterRegistry metrics) {
    this.alarms = alarms;
    this.escalations = escalations;
    this.policies = policies;
    this.pager = pager;
    this.timeline = timeline;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.alarms",
            "Alarms: nobody was paged, or nobody acknowledged",
            "kind",
            Arrays.stream(AlarmKind.values()).map(AlarmKind::text).toList());
  }

  /**
   * Raises an alarm at the end of the transaction, together with the others of the transaction. If
   * one fails, the others and the transaction are stored all the same.
   */
  public void raise(Tx tx, UUID incident, int round, AlarmKind kind, Branch branch, String reason) {
    tx.beforeCommit(together, new Alarm(incident, round, kind, branch, reason));
  }

  private void raiseOrPart(Tx tx, List<Alarm> alarms) {
    tx.attempt(() -> raise(tx, alarms))
        .ifPresent(
            failure -> {
              if (alarms.size() == 1) {
                LOG.errorf(failure, "the alarm %s failed", alarms.getFirst());
              } else {
                alarms.forEach(alarm -> raiseOrPart(tx, List.of(alarm)));
              }
            });
  }

  private void raise(Tx tx, List<Alarm> raised) {
    List<Alarm> fresh = alarms.insert(tx, raised);
    if (fresh.isEmpty()) {
      return;
    }
    Map<RoundRef, String> main =
        escalations.mainPolicySnapshots(
            tx,
            fresh.stream().map(Alarm::incident).toList(),
            fresh.stream().map(Alarm::round).toList());
    List<Alarm> urgent =
        fresh.stream().filter(alarm -> !isOfTestPage(tx, main.get(alarm.ofRound()))).toList();
    Set<Alarm> withFallback = startFallback(tx, urgent, main);
    Set<Alarm> withLastResort =
        !urgent.isEmpty()
                && pager.pageLastResort(tx, urgent.stream().map(Alarm::lastResort).toList())
            ? Set.copyOf(urgent)
            : Set.of();
    timeline.record(
        tx,
        fresh.stream()
            .map(
                alarm ->
                    entry(tx, alarm, withFallback.contains(alarm), withLastResort.contains(alarm)))
            .toList());
    tx.afterCommit(() -> urgent.forEach(alarm -> announce(alarm, withLastResort.contains(alarm))));
  }

  /** A test page that does not arrive is a finding for who asked for it; nobody else is woken. */
  private boolean isOfTestPage(Tx tx, @Nullable String snapshot) {
    return snapshot != null
        && policies
            .readable(tx, snapshot)
            .map(policy -> TestPagePolicy.is(policy.id()))
            .orElse(false);
  }

  /** Starts the fallback policy; returns the alarms for which it runs. */
  private Set<Alarm> startFallback(Tx tx, List<Alarm> fresh, Map<RoundRef, String> main) {
    Optional<PolicyChoice> fallback = policies.fallback(tx, "");
    if (fallback.isEmpty()) {
      return Set.of();
    }
    List<Alarm> wanting =
        fresh.stream()
            .filter(alarm -> !isSame(tx, main.get(alarm.ofRound()), fallback.get()))
            .toList();
    Policy policy = policies.snapshot(tx, fallback.get().snapshot());
    escalations.start(
        tx, wanting.stream().map(alarm -> start(tx, alarm, fallback.get(), policy)).toList());
    return Set.copyOf(wanting);
  }

  private static Start start(Tx tx, Alarm alarm, PolicyChoice fallback, Policy policy) {
    PolicyChoice choice =
        new PolicyChoice(
            fallback.id(),
            fallback.snapshot(),
            "fallback policy after the alarm " + alarm.kind().text(),
            false);
    return new Start(alarm.incident(), alarm.round(), Purpose.FALLBACK, choice, policy, tx.now());
  }

  /**
   * Returns whether the round already runs by the fallback policy; an unreadable snapshot never
   * counts as the same.
   */
  private boolean isSame(Tx tx, @Nullable String snapshot, PolicyChoice fallback) {
    return snapshot != null
        && policies
            .readable(tx, snapshot)
            .map(policy -> policy.id().equals(fallback.id()))
            .orElse(false);
  }

  private static Entry entry(Tx tx, Alarm alarm, boolean fallback, boolean lastResort) {
    String paged =
        (fallback ? "; the fallback policy is paged" : "")
            + (lastResort ? "; the last-resort contact is paged" : "");
    return new Entry(
        alarm.incident(),
        alarm.round(),
        tx.now(),
        Entry.Kind.ALARM,
        "Alarm " + alarm.kind().text() + ": " + alarm.reason() + paged,
        Map.of(
            "alarm",
            alarm.kind().text(),
            "branch",
            alarm.branch().name(),
            "reason",
            alarm.reason()));
  }

  private void announce(Alarm alarm, boolean lastResort) {
    counts.increment(alarm.kind().text());
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, alarm.incident())
            .and(LogContext.ROUND, alarm.round())) {
      log(alarm.incident(), alarm.kind(), alarm.reason(), lastResort);
    }
  }

  private static void log(UUID incident, AlarmKind kind, String reason, boolean lastResort) {
    if (lastResort) {
      LOG.warnf("alarm %s for incident %s: %s", kind.text(), incident, reason);
    } else {
      LOG.errorf(
          "alarm %s for incident %s: %s; no last-resort contact is set, nobody is paged",
          kind.text(), incident, reason);
    }
  }
}
