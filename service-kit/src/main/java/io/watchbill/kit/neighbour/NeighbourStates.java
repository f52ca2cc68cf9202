package io.watchbill.kit.neighbour;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the other services are, as they said when asked last: every ten seconds. Nothing depends on
 * it but what people read; who calls a neighbour finds out by calling.
 */
@Startup
@ApplicationScoped
public class NeighbourStates {
  private final Map<String, HealthClient> clients = new TreeMap<>();
  private final Map<String, State> states = new ConcurrentHashMap<>();

  /** How a neighbour is. */
  public enum State {
    UP,
    /** It answers that it cannot serve, for instance because it has no database. */
    NOT_READY,
    UNREACHABLE,
    /** Not asked yet. */
    UNKNOWN;

    /** As people read it. */
    public String words() {
      return switch (this) {
        case UP -> "up";
        case NOT_READY -> "not ready";
        case UNREACHABLE -> "unreachable";
        case UNKNOWN -> "not asked yet";
      };
    }
  }

  NeighbourStates(
      Neighbours neighbours,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    for (String name : neighbours.names()) {
      if (!application.startsWith(name)) {
        clients.put(name, neighbours.client(HealthClient.class, name));
        states.put(name, State.UNKNOWN);
        Gauge.builder("watchbill.neighbour.up", () -> states.get(name) == State.UP ? 1 : 0)
            .description("1 when the neighbour said last that it can serve, 0 when not")
            .tag("neighbour", name)
            .register(metrics);
      }
    }
  }

  /** The neighbours by name. */
  public Map<String, State> all() {
    return Collections.unmodifiableMap(new TreeMap<>(states));
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void ask() {
    clients.forEach((name, client) -> states.put(name, ask(client)));
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
