package io.watchbill.kit.event;

import io.watchbill.kit.database.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what one type of event carries, and hears what became of it. One bean a type. */
public interface OutboundEvent {
  String type();

  /** The peer service that is told: {@code incident}, {@code rotation} or {@code escalation}. */
  String destination();

  /**
   * Reads, just before sending, the data of each row; a row without data is obsolete and dropped.
   */
  Map<UUID, Object> data(List<OutboxRow> rows);

  /** True when the newest of several rows with one subject tells all that the others would. */
  default boolean tellsState() {
    return false;
  }

  /**
   * True when a receiver that does not know the type is no fault: the row is dropped in silence.
   */
  default boolean mayBeUnknown() {
    return false;
  }

  /** Called with a final answer, in the transaction that removes the row. */
  default void answered(Tx tx, OutboxRow row, EventAnswer answer) {}

  /**
   * Called in the transaction that parks the row, because its receiver did not understand it: what
   * waits for the answer must not wait for a person to look after it.
   */
  default void parked(Tx tx, OutboxRow row, String why) {}
}
