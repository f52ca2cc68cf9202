package io.watchbill.incident.alertmanager;

import io.watchbill.incident.alert.IncomingAlert;
import java.util.List;

/**
 * A webhook message of Alertmanager (version 4), cleaned.
 *
 * @param groupKey what its sender calls the group, shortened for show
 * @param groupHash SHA-256 of the whole key: the group's identity within the integration
 * @param title of an incident that this message would open
 * @param truncatedAlerts how many alerts the sender left out; at least 1 if it says so but not how
 *     many
 * @param alerts sorted by fingerprint, each fingerprint once
 */
public record Message(
    String groupKey,
    byte[] groupHash,
    String title,
    long truncatedAlerts,
    List<IncomingAlert> alerts) {

  /** Whether alerts are missing: then nothing can be concluded from what is not in it. */
  public boolean isCut() {
    return truncatedAlerts > 0;
  }

  public List<IncomingAlert> firing() {
    return alerts.stream().filter(IncomingAlert::firing).toList();
  }

  /** How many alerts had to be cleaned or trimmed. */
  public long flagged() {
    return alerts.stream().filter(alert -> !alert.flags().isEmpty()).count();
  }
}
