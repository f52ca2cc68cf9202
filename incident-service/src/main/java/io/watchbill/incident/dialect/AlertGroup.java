package io.watchbill.incident.dialect;

import io.watchbill.incident.alert.IncomingAlert;
import java.util.List;

/**
 * Alerts that belong together: while one of them fires, they have one incident.
 *
 * @param key what its sender calls the group, shortened for show
 * @param hash SHA-256 of the whole key: the group's identity within the integration
 * @param title of an incident that this group would open
 * @param alerts sorted by fingerprint, each fingerprint once
 */
public record AlertGroup(String key, byte[] hash, String title, List<IncomingAlert> alerts) {

  public AlertGroup {
    alerts = List.copyOf(alerts);
  }

  /** Returns the alerts that fire. */
  public List<IncomingAlert> firing() {
    return alerts.stream().filter(IncomingAlert::firing).toList();
  }
}
