package io.watchbill.escalation.rehearsal;

import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.lint.Lint;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds in a policy what its author may not have meant. */
@ApplicationScoped
public class Linter {
  private static final Duration AHEAD = Duration.ofDays(14);
  private static final Duration SLA = Duration.ofMinutes(15);

  private final Database database;
  private final PolicyBook policies;
  private final OnCallCache kept;
  private final ContactBook contacts;
  private final Rehearsals rehearsals;

  Linter(
      Database database,
      PolicyBook policies,
      OnCallCache kept,
      ContactBook contacts,
      Rehearsals rehearsals) {
    this.database = database;
    this.policies = policies;
    this.kept = kept;
    this.contacts = contacts;
    this.rehearsals = rehearsals;
  }

  /**
   * Returns the findings in a stored policy; for endpoints that take turns.
   *
   * @throws Problem if there is none
   */
  public LintView stored(String id) {
    Known known =
        database.read(
            tx ->
                known(
                    tx,
                    policies
                        .current(tx, id)
                        .orElseThrow(() -> Problem.notFound("policy", id))
                        .policy()));
    return rehearsals.compute(() -> view(known));
  }

  /** Returns the findings in a policy that is not stored. */
  LintView proposed(Policy policy) {
    Known known = database.read(tx -> known(tx, policy));
    return rehearsals.compute(() -> view(known));
  }

  /** Everything linting needs, read in one transaction. */
  private record Known(
      Policy policy, Instant now, CachedShifts shifts, Map<String, Duration> firstContact) {}

  private Known known(Tx tx, Policy policy) {
    Instant now = tx.now();
    CachedShifts shifts = kept.by(tx, List.of(policy), now, now.plus(AHEAD));
    return new Known(policy, now, shifts, firstContact(tx, policy, shifts));
  }

  private static LintView view(Known known) {
    Policy policy = known.policy();
    Instant until = known.now().plus(AHEAD);
    return new LintView(
        Lint.findings(policy, known.shifts(), known.firstContact(), SLA, known.now(), until)
            .stream()
            .map(
                finding ->
                    new LintView.Found(
                        finding.kind().text(),
                        "/steps/" + finding.step(),
                        policy.steps().get(finding.step()).name(),
                        finding.detail()))
            .toList());
  }

  private Map<String, Duration> firstContact(Tx tx, Policy policy, CachedShifts shifts) {
    SortedSet<String> people = new TreeSet<>(policy.people());
    for (CachedRotation rotation : shifts.rotations().values()) {
      if (rotation instanceof CachedRotation.Known known) {
        known.shifts().stream().map(CachedShift::people).forEach(people::addAll);
      }
    }
    Map<String, Duration> first = new HashMap<>();
    contacts.people(tx, people).forEach((id, ways) -> first.put(id, first(ways)));
    List<String> hooks =
        policy.targets().stream()
            .filter(target -> target instanceof Target.Webhook)
            .map(target -> ((Target.Webhook) target).id())
            .toList();
    contacts.webhooks(tx, hooks).forEach((id, ways) -> first.put("webhook:" + id, first(ways)));
    return first;
  }

  private static Duration first(List<Reachable> ways) {
    return ways.stream().map(Reachable::delay).min(Duration::compareTo).orElseThrow();
  }
}
