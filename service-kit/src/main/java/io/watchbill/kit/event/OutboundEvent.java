package io.watchbill.kit.event;

import io.watchbill.kit.database.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Provides the data of one type of event and handles the answer. One bean per type. */
public interface OutboundEvent {
  String type();

  /** Returns the receiving service: {@code incident}, {@code rotation} or {@code escalation}. */
  String destination();

  /** Reads the data of each row just before sending; a row without data is obsolete and dropped. */
  Map<UUID, Object> data(List<OutboxRow> rows);

  /** Returns whether the newest of several rows with one subject makes the others obsolete. */
  default boolean carriesState() {
    return false;
  }

  /** Returns whether receivers may not know the type: the row is then dropped silently. */
  default boolean mayBeUnknown() {
    return false;
  }

  /** Called with a final answer, in the transaction that removes the row. */
  default void answered(Tx tx, OutboxRow row, EventAnswer answer) {}

  /**
   * Called in the transaction that parks a row that its receiver did not understand: work that
   * waits for the answer must not wait for a person.
   */
  default void parked(Tx tx, OutboxRow row, String why) {}
}
