package io.watchbill.incident.dialect;

import io.watchbill.incident.alert.IncomingAlert;
import java.util.Comparator;
import java.util.List;

/**
 * A message of a sender, cleaned, in no sender's format.
 *
 * @param sender what kind of sender it is, as a timeline names it: {@code alertmanager}
 * @param groups the alerts as their sender groups them, at least one group; an alert is in one
 *     group only
 * @param resolution how its alerts end
 * @param leftOut how many alerts the sender left out; at least 1 if it says so but not how many
 */
public record IncomingMessage(
    String sender, List<AlertGroup> groups, Resolution resolution, long leftOut) {

  /** How the alerts of a sender end. */
  public enum Resolution {
    /** The sender says of each alert when it is over. */
    SAID_BY_SENDER,
    /** The sender says only that something fires; people resolve its incidents. */
    LEFT_TO_PEOPLE
  }

  public IncomingMessage {
    groups = List.copyOf(groups);
  }

  /** Returns whether alerts are missing: then nothing can be concluded from what is not in it. */
  public boolean isCut() {
    return leftOut > 0;
  }

  /** Returns the alerts of all groups, sorted by fingerprint. */
  public List<IncomingAlert> alerts() {
    return groups.stream()
        .flatMap(group -> group.alerts().stream())
        .sorted(Comparator.comparing(IncomingAlert::fingerprint))
        .toList();
  }

  /** Returns how many alerts had to be cleaned or trimmed. */
  public long flagged() {
    return alerts().stream().filter(alert -> !alert.flags().isEmpty()).count();
  }
}
