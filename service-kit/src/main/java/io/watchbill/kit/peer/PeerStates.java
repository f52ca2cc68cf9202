package io.watchbill.kit.peer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The states of the peer services, asked every ten seconds. Only for people to read: code that
 * calls a peer service finds out by calling.
 */
@Startup
@ApplicationScoped
public class PeerStates {
  private static final Logger LOG = Logger.getLogger(PeerStates.class);
  private final Map<String, HealthClient> clients = new TreeMap<>();
  private final Map<String, CallerClient> withKey = new TreeMap<>();
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final RefusedKeys refused;

  /** The state of a peer service. */
  public enum State {
    UP,
    /** Not ready, for instance because it has no database. */
    NOT_READY,
    UNREACHABLE,
    /** Refuses our key: it is not valid, or has no right. */
    KEY_REFUSED,
    /** Not asked yet. */
    UNKNOWN;

    /** Returns the text for people. */
    public String words() {
      return switch (this) {
        case UP -> "up";
        case NOT_READY -> "not ready";
        case UNREACHABLE -> "unreachable";
        case KEY_REFUSED -> "refusing this service's key";
        case UNKNOWN -> "not asked yet";
      };
    }
  }

  PeerStates(
      Peers peers,
      RefusedKeys refused,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.refused = refused;
    for (String name : peers.names()) {
      if (!application.startsWith(name)) {
        clients.put(name, peers.client(HealthClient.class, name));
        withKey.put(name, peers.client(CallerClient.class, name));
        states.put(name, State.UNKNOWN);
        Gauge.builder("watchbill.peer.key.refused", () -> refused.by(name).isPresent() ? 1 : 0)
            .description("1 when the peer service last refused this service's key")
            .tag("peer", name)
            .register(metrics);
        Gauge.builder("watchbill.peer.up", () -> states.get(name) == State.UP ? 1 : 0)
            .description("1 when the peer service was ready when asked last, 0 when not")
            .tag("peer", name)
            .register(metrics);
      }
    }
  }

  /** Returns the states by name. A refused key shows at once, not with the next question. */
  public Map<String, State> all() {
    Map<String, State> all = new TreeMap<>(states);
    all.replaceAll((name, state) -> refused.by(name).map(s -> State.KEY_REFUSED).orElse(state));
    return Collections.unmodifiableMap(all);
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void ask() {
    clients.forEach((name, client) -> states.put(name, ask(client)));
    withKey.values().forEach(PeerStates::tryKey);
  }

  /**
   * Asks all at once, for no longer than this; of one that has not answered by then the state may
   * be that of the last time.
   */
  void askWithin(Duration patience) throws InterruptedException {
    List<Callable<Boolean>> questions = new ArrayList<>();
    clients.forEach(
        (name, client) -> questions.add(() -> states.put(name, ask(client)) == State.UP));
    withKey.values().forEach(client -> questions.add(() -> tryKey(client)));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reports its answers to {@link RefusedKeys}; returns whether there was one. */
  private static boolean tryKey(CallerClient client) {
    try (Response answer = client.get()) {
      LOG.tracef("our key is answered %d", answer.getStatus());
      return true;
    } catch (WebApplicationException | ProcessingException e) {
      LOG.tracef("our key is answered: %s", e);
      return false;
    }
  }

  private static State ask(HealthClient client) {
    try (Response answer = client.ready()) {
      return answer.getStatus() == 200 ? State.UP : State.NOT_READY;
    } catch (WebApplicationException e) {
      return State.NOT_READY;
    } catch (ProcessingException e) {
      return State.UNREACHABLE;
    }
  }
}
