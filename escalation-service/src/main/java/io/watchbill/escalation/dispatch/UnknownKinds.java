package io.watchbill.escalation.dispatch;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.delivery.DeliveryRef;
import io.watchbill.escalation.delivery.UnknownKindRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fails deliveries that no replica can send, because their channel was removed or is still to come:
 * the delivery log shows them as skipped, and a branch that reaches nobody else raises its alarm.
 */
@ApplicationScoped
class UnknownKinds {
  private static final Logger LOG = Logger.getLogger(UnknownKinds.class);
  private static final Duration POLL = Duration.ofSeconds(2);

  /** How long a replica that knows the kind may take to claim first. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

  private final Database database;
  private final UnknownKindRepository deliveries;
  private final Channels channels;
  private final Results results;
  private final Loops loops;
  private final WaitingKinds waiting = new WaitingKinds(GRACE, LONGEST_GAP);

  UnknownKinds(
      Database database,
      UnknownKindRepository deliveries,
      Channels channels,
      Results results,
      Loops loops) {
    this.database = database;
    this.deliveries = deliveries;
    this.channels = channels;
    this.results = results;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loops.start("unknown-kinds", POLL, this::skip);
  }

  private boolean skip() {
    List<DeliveryRef> overdue = new ArrayList<>();
    Instant now =
        database.read(
            tx -> {
              overdue.addAll(deliveries.overdue(tx, channels.kinds(), GRACE));
              return tx.now();
            });
    Set<String> kinds = overdue.stream().map(DeliveryRef::kind).collect(Collectors.toSet());
    Set<String> unclaimed = waiting.through(kinds, now);
    overdue.stream().filter(one -> unclaimed.contains(one.kind())).forEach(this::skip);
    return false;
  }

  /** A delivery that cannot be failed must not block the others. */
  private void skip(DeliveryRef delivery) {
    String reason = "skipped: no replica has the channel '" + delivery.kind() + "'";
    LOG.errorf(
        "delivery %s of incident %s %s",
        delivery.id(), delivery.page().branch().incident(), reason);
    try {
      database.inTransaction(
          tx ->
              results.failed(
                  tx, delivery, reason, () -> deliveries.fail(tx, delivery.id(), reason, GRACE)));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "delivery %s cannot be recorded as failed", delivery.id());
    }
  }
}
