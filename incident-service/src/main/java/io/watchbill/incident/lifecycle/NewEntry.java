package io.watchbill.incident.lifecycle;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One entry of the timeline: what happened, when, by whom, in words and as facts.
 *
 * @param at when it happened, which may be before it was recorded
 * @param facts the exact values, for programs; plain text only
 */
public record NewEntry(Kind kind, Instant at, Actor by, String text, Map<String, String> facts) {

  /** The types of entries. */
  public enum Kind {
    TRIGGERED,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    RESOLVED,
    REOPENED,
    SEVERITY_CHANGED,
    TAGS_CHANGED,
    COMMENT,
    ALERTS_ADDED,
    ALERTS_RESOLVED,
    ASSIGNED,
    ROLE_ASSIGNED,
    ROLE_RELEASED,
    MUTED,
    SNOOZED,
    MUTE_OVER,
    ACKNOWLEDGEMENT_BREACHED,
    ACKNOWLEDGEMENT_MET,
    MESSAGE_REFUSED,
    LEGAL_HOLD,
    LEGAL_HOLD_ENDED,
    ESCALATION_STEP,
    ESCALATION_PAGE,
    ESCALATION_DELIVERY,
    ESCALATION_ALARM;

    /** The word on the wire: {@code severity-changed}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public NewEntry {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(at);
    Objects.requireNonNull(by);
    Objects.requireNonNull(text);
    facts = Map.copyOf(facts);
  }

  public static NewEntry of(Kind kind, Instant at, Actor by, String text) {
    return new NewEntry(kind, at, by, text, Map.of());
  }

  static NewEntry alertsEnded(Actor by, Instant at) {
    return of(Kind.ALERTS_RESOLVED, at, by, "all alerts are resolved");
  }

  static NewEntry someAlertsEnded(long count, Actor by, Instant at) {
    String text = count == 1 ? "an alert is resolved" : count + " alerts are resolved";
    return new NewEntry(Kind.ALERTS_RESOLVED, at, by, text, Map.of("count", Long.toString(count)));
  }
}
