package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.event.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Notifies the escalation service that the shifts of a rotation may have changed. */
@ApplicationScoped
public class RotationChanged implements OutboundEvent {
  static final String TYPE = "rotation.changed";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String destination() {
    return "escalation";
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(OutboxRow::id, row -> Map.of("rotation", row.subject())));
  }

  /** Returns true: receivers read the current shifts, so one pending event is enough. */
  @Override
  public boolean carriesState() {
    return true;
  }

  /** Publishes changes once they are committed. */
  @ApplicationScoped
  public static class Publisher {
    private final Outbox outbox;
    private final RotationRepository rotations;
    private final Instance<ShiftListener> watchers;

    Publisher(Outbox outbox, RotationRepository rotations, Instance<ShiftListener> watchers) {
      this.outbox = outbox;
      this.rotations = rotations;
      this.watchers = watchers;
    }

    /**
     * Makes a change that may change shifts, in the given transaction, and publishes it.
     *
     * @param rotation which this transaction has locked
     * @param by who changes it
     */
    public <T> T around(Tx tx, StoredRotation rotation, String by, Supplier<T> change) {
      List<Runnable> after =
          watchers.stream().map(watcher -> watcher.before(tx, rotation, by)).toList();
      T result = change.get();
      rotations.touch(tx, rotation.id());
      outbox.append(tx, new OutboxMessage(TYPE, rotation.id(), 0, null));
      after.forEach(Runnable::run);
      return result;
    }

    /** As {@link #around}, for a change without a result. */
    public void run(Tx tx, StoredRotation rotation, String by, Runnable change) {
      around(
          tx,
          rotation,
          by,
          () -> {
            change.run();
            return Optional.empty();
          });
    }
  }
}
