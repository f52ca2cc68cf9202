package io.watchbill.incident.incident;

import io.watchbill.kit.database.Tx;

/** Goes on with an incident that has just changed, in the same transaction. */
public interface AfterChange {

  /**
   * Returns what becomes of the incident.
   *
   * @param before what it was
   * @param after what it is; locked by this transaction
   */
  Incident changed(Tx tx, Incident before, Incident after);
}
