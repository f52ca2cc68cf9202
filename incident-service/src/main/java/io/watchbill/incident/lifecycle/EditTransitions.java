package io.watchbill.incident.lifecycle;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What people say and correct about an incident, in whatever state it is. */
public record EditTransitions(Lifecycle life) {

  /** Changes the severity by hand, with a reason; also of a resolved incident. */
  public Decision changeSeverity(
      Severity to, String why, Actor by, Instant now, AcknowledgementTimes times) {
    NewEntry entry = life.classification().severityChanged(to, why, by, now);
    return to == life.severity()
        ? Decision.unchanged(DecisionReason.SAME_SEVERITY, life)
        : life.state().changeSeverity(life, to, entry, new Occasion(by, now, times));
  }

  /** Replaces the tags. */
  public Decision changeTags(Set<String> to, Actor by, Instant now) {
    Classification before = life.classification();
    Classification changed = before.with(to);
    if (changed.equals(before)) {
      return Decision.unchanged(DecisionReason.SAME_TAGS, life);
    }
    NewEntry entry = before.tagsChanged(changed, by, now);
    Lifecycle next = life.in(changed).touchedBy(by, now);
    return new Decision(DecisionReason.TAGS_CHANGED, next, Paging.UPDATE, List.of(entry));
  }

  /** Places or ends a legal hold. */
  public Decision held(boolean hold, String why, Actor by, Instant now) {
    DecisionReason reason = hold ? DecisionReason.HELD : DecisionReason.HOLD_ENDED;
    Kind kind = hold ? Kind.LEGAL_HOLD : Kind.LEGAL_HOLD_ENDED;
    return Decision.noted(reason, life, NewEntry.of(kind, now, by, reason.text() + ": " + why));
  }

  /** Adds a comment; one of a person is an update. */
  public Decision comment(String text, Actor by, Instant now) {
    Lifecycle next = life.touchedBy(by, now);
    Paging paging = next.equals(life) ? Paging.NOTHING : Paging.UPDATE;
    return new Decision(
        DecisionReason.COMMENTED, next, paging, List.of(NewEntry.of(Kind.COMMENT, now, by, text)));
  }
}
