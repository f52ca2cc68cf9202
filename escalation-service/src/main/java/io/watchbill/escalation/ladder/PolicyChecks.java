package io.watchbill.escalation.ladder;

import io.watchbill.escalation.rehearsal.DryRunRequest;
import io.watchbill.escalation.rehearsal.IncidentFacts;
import io.watchbill.escalation.rehearsal.Linter;
import io.watchbill.kit.page.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks at a policy as it would page now. */
@ApplicationScoped
class PolicyChecks {
  private static final String SEVERITY = "P1";
  private static final int FIRST = 10;

  private final RehearsedReader dryRuns;
  private final Linter linter;
  private final Frame frame;

  PolicyChecks(RehearsedReader dryRuns, Linter linter, Frame frame) {
    this.dryRuns = dryRuns;
    this.linter = linter;
    this.frame = frame;
  }

  PolicyCheck of(String id) {
    IncidentFacts facts = new IncidentFacts(SEVERITY, List.of(), null, false, null, null);
    Rehearsed now = dryRuns.read(id, new DryRunRequest(facts, null, List.of()), frame.language());
    return new PolicyCheck(
        id,
        SEVERITY,
        now.pages().stream().limit(FIRST).toList(),
        now.warnings(),
        linter.stored(id).findings());
  }
}
