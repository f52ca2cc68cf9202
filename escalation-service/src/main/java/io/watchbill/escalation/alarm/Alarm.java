package io.watchbill.escalation.alarm;

import io.watchbill.escalation.escalation.RoundRef;
import io.watchbill.escalation.page.LastResort;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.progress.AlarmKind;
import java.util.UUID;

/** The reason why nobody was paged, or nobody acknowledged, for a branch of a round. */
record Alarm(UUID incident, int round, AlarmKind kind, Branch branch, String reason) {

  RoundRef ofRound() {
    return new RoundRef(incident, round);
  }

  LastResort lastResort() {
    return new LastResort(incident, round, kind, branch, kind.text() + ": " + reason);
  }
}
