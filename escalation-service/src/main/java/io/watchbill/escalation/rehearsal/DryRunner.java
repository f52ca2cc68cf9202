package io.watchbill.escalation.rehearsal;

import static java.util.Objects.requireNonNullElse;

import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Walks a stored policy through an assumed incident, by what is known of the shifts. */
@ApplicationScoped
public class DryRunner {
  private static final Duration LENGTH = Duration.ofDays(31);

  private final Database database;
  private final PolicyBook policies;
  private final OnCallCache kept;
  private final Rehearsals rehearsals;

  DryRunner(Database database, PolicyBook policies, OnCallCache kept, Rehearsals rehearsals) {
    this.database = database;
    this.policies = policies;
    this.kept = kept;
    this.rehearsals = rehearsals;
  }

  /**
   * Returns who would be paged; for endpoints that take turns.
   *
   * @throws Problem if there is no such policy, or the request is not valid
   */
  public DryRunView run(String id, DryRunRequest request) {
    request.check();
    Known known = database.read(tx -> known(tx, id, request));
    return rehearsals.compute(() -> view(known));
  }

  /** Everything the dry run needs, read in one transaction. */
  private record Known(
      Policy policy, DryRunRequest incident, Instant triggered, CachedShifts shifts) {}

  private Known known(Tx tx, String id, DryRunRequest incident) {
    Policy policy =
        policies.current(tx, id).orElseThrow(() -> Problem.notFound("policy", id)).policy();
    Instant triggered = requireNonNullElse(incident.at(), tx.now());
    Instant until = triggered.plus(LENGTH);
    return new Known(policy, incident, triggered, kept.by(tx, List.of(policy), triggered, until));
  }

  private static DryRunView view(Known known) {
    DryRunRequest incident = known.incident();
    return DryRuns.view(
        known.policy(),
        Rehearsal.walk(
            known.policy(),
            incident.facts().from(known.triggered(), incident.acknowledged()),
            known.shifts(),
            known.triggered(),
            LENGTH));
  }
}
