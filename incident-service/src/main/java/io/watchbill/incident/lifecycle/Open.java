package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import io.watchbill.incident.lifecycle.Resolved.How;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A state in which people work on the incident; here is what all of them allow alike. */
public sealed interface Open extends State permits Triggered, Acknowledged {

  /** Moves to {@link Resolved}. */
  @Override
  default Decision resolve(Lifecycle life, Actor by, Instant now, Optional<Duration> suppress) {
    Resolved resolved = new Resolved(by, now, How.BY_HAND, suppress.map(now::plus));
    return resolved.entered(life, DecisionReason.RESOLVED_BY_HAND);
  }

  /** Moves to {@link Resolved}. */
  @Override
  default Decision end(Lifecycle life, DecisionReason why, Actor by, Instant now) {
    return new Resolved(by, now, How.BY_HAND, Optional.empty()).entered(life, why);
  }

  /** Moves to {@link Resolved}, unless the integration leaves that to people. */
  @Override
  default Decision alertsEnded(Lifecycle life, boolean resolves, Actor by, Instant now) {
    return resolves
        ? new Resolved(by, now, How.BY_ALERTS, Optional.empty())
            .entered(life, DecisionReason.RESOLVED_BY_ALERTS)
        : Decision.noted(
            DecisionReason.ALERTS_RESOLVED_STAYS_OPEN, life, NewEntry.alertsEnded(by, now));
  }

  @Override
  default Decision knownAlertsEnded(Lifecycle life, Actor by, Instant now) {
    DecisionReason reason = DecisionReason.CUT_MESSAGE_STAYS_OPEN;
    return Decision.noted(reason, life, NewEntry.of(Kind.ALERTS_RESOLVED, now, by, reason.text()));
  }

  /** Moves to {@link Triggered}, in a new round. */
  @Override
  default Decision assign(Lifecycle life, String text, Occasion occasion) {
    Decision round =
        Decision.newRound(
            DecisionReason.ASSIGNED, Kind.ASSIGNED, life, life.classification(), occasion);
    NewEntry plain = round.entries().getFirst();
    NewEntry entry = new NewEntry(plain.kind(), plain.at(), plain.by(), text, plain.facts());
    return new Decision(round.reason(), round.next(), round.paging(), List.of(entry));
  }

  /** Stays, muted or snoozed. */
  @Override
  default Decision mute(Lifecycle life, Mute mute, Instant now) {
    if (life.mute().filter(mute::equals).isPresent()) {
      return Decision.unchanged(mute.begun(), life);
    }
    Lifecycle next = life.in(Optional.of(mute)).touchedBy(mute.by(), now);
    return new Decision(mute.begun(), next, Paging.UPDATE, List.of(mute.entry(now)));
  }
}
