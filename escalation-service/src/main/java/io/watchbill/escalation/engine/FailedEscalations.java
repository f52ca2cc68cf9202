package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.escalation.alarm.Alarms;
import io.watchbill.escalation.escalation.DueEscalations;
import io.watchbill.escalation.escalation.Escalation;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Counts escalations that fail, and raises an alarm for each. */
@Startup
@ApplicationScoped
class FailedEscalations {
  private static final String UNREADABLE = "unreadable";
  private static final String POLICY = "policy";
  private static final String TURN = "turn";

  private final Alarms alarms;
  private final Counters failures;

  FailedEscalations(Alarms alarms, MeterRegistry metrics) {
    this.alarms = alarms;
    this.failures =
        Counters.of(
            metrics,
            "watchbill.escalation.failures",
            "Escalations that could not be read or decided; they come again",
            "cause",
            List.of(UNREADABLE, POLICY, TURN));
  }

  /** Its row cannot be read. */
  void unreadable(Tx tx, DueEscalations.Unreadable one) {
    tx.afterCommit(() -> failures.increment(UNREADABLE));
    raise(
        tx,
        one.incident(),
        one.round(),
        AlarmKind.ESCALATION_FAILED,
        "it cannot be read: " + one.error());
  }

  /** The stored snapshot of its incident cannot be read. */
  void factsUnreadable(Tx tx, Escalation escalation) {
    tx.afterCommit(() -> failures.increment(UNREADABLE));
    raise(
        tx,
        escalation.incident(),
        escalation.round(),
        AlarmKind.ESCALATION_FAILED,
        "the facts of its incident cannot be read");
  }

  /** Its policy cannot be read. */
  void policyUnreadable(Tx tx, Escalation escalation) {
    tx.afterCommit(() -> failures.increment(POLICY));
    raise(
        tx,
        escalation.incident(),
        escalation.round(),
        AlarmKind.POLICY_UNREADABLE,
        "the policy by which the "
            + escalation.purpose().text()
            + " escalation runs cannot be read");
  }

  /** Its evaluation failed. */
  void failed(Tx tx, Escalation escalation, RuntimeException e) {
    tx.afterCommit(() -> failures.increment(TURN));
    raise(
        tx,
        escalation.incident(),
        escalation.round(),
        AlarmKind.ESCALATION_FAILED,
        "its turn failed: " + e.getClass().getName());
  }

  private void raise(Tx tx, UUID incident, int round, AlarmKind kind, String reason) {
    alarms.raise(tx, incident, round, kind, Branch.MAIN, reason);
  }
}
