package io.watchbill.incident.incident;

import io.watchbill.kit.database.Tx;

/** Goes on with an incident that has just been acknowledged, in the same transaction. */
public interface AfterAcknowledgement {

  /**
   * Returns what becomes of the incident.
   *
   * @param incident locked by this transaction
   */
  Incident acknowledged(Tx tx, Incident incident);
}
