package io.watchbill.escalation.dispatch;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.channel.ParallelCalls;
import io.watchbill.escalation.delivery.ClaimRepository;
import io.watchbill.escalation.delivery.ClaimRepository.Claims;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.delivery.Queued;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.event.PagingLoad;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Claims due deliveries in one loop for each channel, as many as it may send at once, and sends
 * each in a thread. Another loop renews the leases of the deliveries that are being sent; if the
 * process dies, they end and another replica takes over.
 */
@ApplicationScoped
class Dispatcher implements PagingLoad {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Database database;
  private final ClaimRepository claims;
  private final LastLook look;
  private final Sender sender;
  private final Channels channels;
  private final DispatchSettings settings;
  private final Loops loops;
  private final Map<String, InFlight> inFlight = new HashMap<>();
  private final Map<String, Loop> running = new ConcurrentHashMap<>();

  Dispatcher(
      Database database,
      ClaimRepository claims,
      LastLook look,
      Sender sender,
      Channels channels,
      DispatchSettings settings,
      Loops loops) {
    this.database = database;
    this.claims = claims;
    this.look = look;
    this.sender = sender;
    this.channels = channels;
    this.settings = settings;
    this.loops = loops;
    ParallelCalls usual = new ParallelCalls(settings.parallel(), settings.perProvider());
    for (Channel channel : channels.all()) {
      inFlight.put(channel.kind(), new InFlight(channel.limits().orElse(usual)));
    }
  }

  void start(@Observes StartupEvent event) {
    for (Channel channel : channels.all()) {
      String kind = channel.kind();
      running.put(
          kind,
          loops.startVital(
              "deliveries-" + kind, POLL, claims.untilDue(kind, POLL), () -> claim(channel)));
    }
    loops.startVital("leases", settings.renewal(), this::renew);
  }

  void queued(@Observes Queued event) {
    running.values().forEach(Loop::nudge);
  }

  /** Returns whether more is due than may be sent at once: then pages have the processor. */
  @Override
  public boolean isOn() {
    return inFlight.values().stream().anyMatch(InFlight::hasMore);
  }

  private boolean claim(Channel channel) {
    InFlight sending = requireNonNull(inFlight.get(channel.kind()));
    int free = sending.free();
    if (free <= 0) {
      return false;
    }
    List<String> busy = sending.busy();
    Claims brought =
        database.inTransaction(
            tx -> claims.claim(tx, channel.kind(), busy, sending.share(), free, settings.lease()));
    boolean again = sending.claimed(brought, busy);
    List<Claimed> claimed = brought.deliveries();
    if (!claimed.isEmpty()) {
      Thread.ofVirtual().name("deliveries").start(() -> send(channel, sending, claimed));
    }
    return again;
  }

  /** Checks all together, then sends each by itself. */
  private void send(Channel channel, InFlight sending, List<Claimed> claimed) {
    Map<UUID, LastLook.Check> checks;
    try {
      checks = look.at(claimed);
    } catch (RuntimeException e) {
      LOG.warnf("%d deliveries will be retried when their lease ends: %s", claimed.size(), e);
      claimed.forEach(delivery -> end(channel, sending, delivery));
      return;
    }
    for (Claimed delivery : claimed) {
      LastLook.Check check = requireNonNull(checks.get(delivery.id()));
      Thread.ofVirtual()
          .name("delivery-" + delivery.id())
          .start(() -> send(channel, sending, delivery, check));
    }
  }

  private void send(Channel channel, InFlight sending, Claimed delivery, LastLook.Check check) {
    try {
      sender.send(channel, delivery, check);
    } catch (RuntimeException e) {
      LOG.warnf("delivery %s will be retried when its lease ends: %s", delivery.id(), e);
    } finally {
      end(channel, sending, delivery);
    }
  }

  private void end(Channel channel, InFlight sending, Claimed delivery) {
    sending.end(delivery);
    if (sending.mayHaveMore(delivery.provider())) {
      requireNonNull(running.get(channel.kind())).nudge();
    }
  }

  private boolean renew() {
    List<Claimed> sending =
        inFlight.values().stream().flatMap(each -> each.all().stream()).toList();
    if (!sending.isEmpty()) {
      database.inTransaction(tx -> claims.renew(tx, sending, settings.lease()));
    }
    return false;
  }
}
