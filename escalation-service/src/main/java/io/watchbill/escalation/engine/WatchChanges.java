package io.watchbill.escalation.engine;

import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.onwatch.ShiftsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An override or swap that begins now moves unacknowledged pages as the end of a shift does. */
@ApplicationScoped
class WatchChanges {
  private final EscalationRepository escalations;
  private final EngineNudge engine;

  WatchChanges(EscalationRepository escalations, EngineNudge engine) {
    this.escalations = escalations;
    this.engine = engine;
  }

  void changed(@Observes ShiftsChanged event) {
    escalations.wakeWatching(event.tx(), event.rotation());
    event.tx().afterCommit(engine::nudge);
  }
}
