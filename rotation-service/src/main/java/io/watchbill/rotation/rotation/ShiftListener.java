package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;

/** Called before and after every change that may change shifts. */
public interface ShiftListener {

  /**
   * Called before a change, in its transaction, with the rotation locked.
   *
   * @param by who changes it, as the record names callers
   * @return called after the change, in the same transaction
   */
  Runnable before(Tx tx, StoredRotation rotation, String by);
}
