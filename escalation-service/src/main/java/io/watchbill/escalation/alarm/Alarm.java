package io.watchbill.escalation.alarm;

import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.page.LastResort;
import io.watchbill.escalation.plan.progress.AlarmKind;
import java.util.List;
import java.util.UUID;

/** The reason why nobody was paged, or nobody acknowledged, for a branch of a round. */
record Alarm(UUID incident, int round, AlarmKind kind, String branch, String reason) {

  List<Object> ofRound() {
    return EscalationRepository.round(incident, round);
  }

  LastResort lastResort() {
    return new LastResort(incident, round, kind.text(), branch, kind.text() + ": " + reason);
  }
}
