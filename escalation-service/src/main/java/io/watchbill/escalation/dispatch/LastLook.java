package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.DeliveryState;
import io.watchbill.escalation.delivery.DeliveryStateRepository;
import io.watchbill.escalation.delivery.SendDecision;
import io.watchbill.escalation.restore.Restores;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether deliveries are still wanted and still ours, and whether the database that says so
 * was restored to an older moment: then their messages are marked.
 */
@ApplicationScoped
class LastLook {
  private final Database database;
  private final DeliveryStateRepository states;
  private final Restores restores;

  LastLook(Database database, DeliveryStateRepository states, Restores restores) {
    this.database = database;
    this.states = states;
    this.restores = restores;
  }

  /** The result of a check, and when it began by {@link System#nanoTime}. */
  record Check(SendDecision wanted, long asked) {

    /**
     * Returns whether the lease may have ended since: a process that stood still for longer has to
     * check again.
     */
    boolean isOutdated() {
      return wanted instanceof SendDecision.Yes yes
          && System.nanoTime() - asked >= yes.leaseLeft().toNanos();
    }
  }

  /**
   * Checks deliveries of one claim just before their calls.
   *
   * @return the checks by the ids of the deliveries
   */
  Map<UUID, Check> at(List<Claimed> claimed) {
    long asked = System.nanoTime();
    Seen seen = database.read(tx -> look(tx, claimed));
    Map<UUID, Check> checks =
        claimed.stream()
            .map(Claimed::id)
            .collect(
                Collectors.toMap(
                    Function.identity(), id -> new Check(wanted(seen.states().get(id)), asked)));
    claimed.stream()
        .filter(one -> requireNonNull(checks.get(one.id())).wanted() instanceof SendDecision.Yes)
        .findFirst()
        .ifPresent(sent -> restores.compareOn(seen.server(), sent, seen.at()));
    return checks;
  }

  /** Decides within a transaction whether a delivery is wanted. */
  SendDecision at(Tx tx, Claimed delivery) {
    return wanted(states.of(tx, List.of(delivery)).get(delivery.id()));
  }

  private record Seen(Map<UUID, DeliveryState> states, Instant server, Instant at) {}

  private Seen look(Tx tx, List<Claimed> claimed) {
    Supplier<Instant> server = restores.askForServer(tx);
    return new Seen(states.of(tx, claimed), server.get(), tx.now());
  }

  /** One that exists no more is nobody's. */
  private static SendDecision wanted(@Nullable DeliveryState state) {
    return state == null ? new SendDecision.Lost() : state.wanted();
  }
}
