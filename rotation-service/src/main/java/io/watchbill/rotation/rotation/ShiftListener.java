package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;

/** Hears of every change that may move shifts, before it is made and after. */
public interface ShiftListener {

  /**
   * Looks at a rotation before it changes, in the transaction of the change and while nobody else
   * can change it.
   *
   * @param by who changes it, as the record names callers
   * @return what to do once the change is made, in the same transaction
   */
  Runnable before(Tx tx, StoredRotation rotation, String by);
}
