package io.watchbill.escalation.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.escalation.Start;
import io.watchbill.escalation.page.Pager;
import io.watchbill.escalation.plan.AlarmKind;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.escalation.policy.PolicyChoice;
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
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Raises alarms, each kind once in a round: pages the last-resort contact at once, and starts the
 * fallback policy if the round runs by another one.
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
            "Alarms: nobody was told, or nobody acknowledged",
            "kind",
            Arrays.stream(AlarmKind.values()).map(AlarmKind::text).toList());
  }

  /** Raises an alarm in the transaction of what caused it. */
  public void raise(Tx tx, UUID incident, int round, AlarmKind kind, String reason) {
    if (!alarms.insert(tx, incident, round, kind.text(), reason)) {
      return;
    }
    boolean fallback = startFallback(tx, incident, round, kind);
    boolean lastResort =
        pager.pageLastResort(tx, incident, round, kind.text(), kind.text() + ": " + reason);
    timeline.record(tx, entry(tx, incident, round, kind, reason, fallback, lastResort));
    tx.afterCommit(() -> tell(incident, round, kind, reason, lastResort));
  }

  private boolean startFallback(Tx tx, UUID incident, int round, AlarmKind kind) {
    Optional<String> main = escalations.mainSnapshot(tx, incident, round);
    Optional<PolicyChoice> fallback =
        policies
            .fallback(tx, "fallback policy after the alarm " + kind.text())
            .filter(choice -> main.isEmpty() || !isSame(tx, main.get(), choice));
    if (fallback.isEmpty()) {
      return false;
    }
    Policy policy = policies.snapshot(tx, fallback.get().snapshot());
    escalations.start(
        tx,
        List.of(new Start(incident, round, Purpose.FALLBACK, fallback.get(), policy, tx.now())));
    return true;
  }

  /** A round that runs by a snapshot nobody can read is not helped by its policy's name. */
  private boolean isSame(Tx tx, String snapshot, PolicyChoice fallback) {
    return policies
        .readable(tx, snapshot)
        .map(policy -> policy.id().equals(fallback.id()))
        .orElse(false);
  }

  private static Entry entry(
      Tx tx,
      UUID incident,
      int round,
      AlarmKind kind,
      String reason,
      boolean fallback,
      boolean lastResort) {
    String told =
        (fallback ? "; the fallback policy is paged" : "")
            + (lastResort ? "; the last-resort contact is paged" : "");
    return new Entry(
        incident,
        round,
        tx.now(),
        Entry.Kind.ALARM,
        "Alarm " + kind.text() + ": " + reason + told,
        Map.of("alarm", kind.text(), "reason", reason));
  }

  private void tell(UUID incident, int round, AlarmKind kind, String reason, boolean lastResort) {
    counts.increment(kind.text());
    try (LogContext about =
        LogContext.with(LogContext.INCIDENT, incident).and(LogContext.ROUND, round)) {
      log(incident, kind, reason, lastResort);
    }
  }

  private static void log(UUID incident, AlarmKind kind, String reason, boolean lastResort) {
    if (lastResort) {
      LOG.warnf("alarm %s for incident %s: %s", kind.text(), incident, reason);
    } else {
      LOG.errorf(
          "alarm %s for incident %s: %s; no last-resort contact is set, nobody is told",
          kind.text(), incident, reason);
    }
  }
}
