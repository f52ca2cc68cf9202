package io.watchbill.escalation.engine;

import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.oncall.ShiftsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Moves unacknowledged pages when an override or swap begins, as at the end of a shift. */
@ApplicationScoped
class ShiftChanges {
  private final EscalationRepository escalations;
  private final EngineNudge engine;

  ShiftChanges(EscalationRepository escalations, EngineNudge engine) {
    this.escalations = escalations;
    this.engine = engine;
  }

  void changed(@Observes ShiftsChanged event) {
    escalations.wakeWatching(event.tx(), event.rotation());
    event.tx().afterCommit(engine::nudge);
  }
}
