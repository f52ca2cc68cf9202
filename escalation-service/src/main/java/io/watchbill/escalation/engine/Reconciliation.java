package io.watchbill.escalation.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Compares, every minute, what is open here and in the incident-service, and fetches what differs:
 * no event is relied upon to arrive.
 */
@ApplicationScoped
class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int PART = 500;
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"next\"");

  private final Database database;
  private final PictureRepository stored;
  private final Pictures pictures;
  private final IncidentClient client;
  private final Loops loops;
  private final Json json;
  private volatile long comparedNanos = System.nanoTime();
  private final Counter fetched;
  private final Counter failures;

  Reconciliation(
      Database database,
      PictureRepository stored,
      Pictures pictures,
      Neighbours neighbours,
      Loops loops,
      Json json,
      MeterRegistry metrics) {
    this.database = database;
    this.stored = stored;
    this.pictures = pictures;
    this.client = neighbours.client(IncidentClient.class, "incident");
    this.loops = loops;
    this.json = json;
    this.fetched =
        Counter.builder("watchbill.reconciliation.fetched")
            .description("Pictures that the comparison had to fetch: their events had not arrived")
            .register(metrics);
    this.failures =
        Counter.builder("watchbill.reconciliation.failures")
            .description("Comparisons that failed: the incident-service did not answer")
            .register(metrics);
    Gauge.builder("watchbill.reconciliation.age", this, Reconciliation::secondsSinceCompared)
        .description("How long ago a comparison with the incident-service succeeded")
        .baseUnit("seconds")
        .register(metrics);
  }

  private double secondsSinceCompared() {
    return (System.nanoTime() - comparedNanos) / 1e9;
  }

  /** A loop of its own beat: the liveness limit is shorter than a minute. */
  void start(@Observes StartupEvent event) {
    loops.start("reconciliation", Duration.ofSeconds(5), new Beat()::turn);
  }

  /** Compares once. */
  void reconcile() {
    Set<UUID> open = new HashSet<>();
    String cursor = null;
    do {
      try (Response response = client.open(PART, cursor)) {
        if (response.getStatus() != 200) {
          throw new WebApplicationException("answered " + response.getStatus(), 502);
        }
        List<IncidentClient.Version> part = response.readEntity(IncidentClient.Open.class).items();
        part.forEach(version -> open.add(version.id()));
        fetch(differing(part));
        cursor = next(response.getHeaderString("Link")).orElse(null);
      }
    } while (cursor != null);
    fetchClosed(open);
  }

  private List<UUID> differing(List<IncidentClient.Version> part) {
    List<UUID> ids = part.stream().map(IncidentClient.Version::id).toList();
    Map<UUID, Long> known = database.read(tx -> stored.versions(tx, ids));
    return part.stream()
        .filter(version -> known.getOrDefault(version.id(), 0L) < version.version())
        .map(IncidentClient.Version::id)
        .toList();
  }

  /** What is open here and not there was resolved meanwhile. */
  private void fetchClosed(Set<UUID> open) {
    UUID after = new UUID(0, 0);
    List<UUID> part;
    do {
      UUID from = after;
      part = database.read(tx -> stored.open(tx, from, PART));
      fetch(part.stream().filter(id -> !open.contains(id)).toList());
      after = part.isEmpty() ? after : part.getLast();
    } while (part.size() == PART);
  }

  private void fetch(List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    for (JsonNode node : client.pictures(new IncidentClient.Wanted(ids)).items()) {
      try {
        IncidentPicture picture = json.convert(node, IncidentPicture.class);
        if (!pictures.take(List.of(picture)).isEmpty()) {
          fetched.increment();
        }
        pictures.ensureRunning(List.of(picture));
      } catch (JsonProcessingException e) {
        LOG.errorf("a picture of the incident-service is not one: %s", e.getOriginalMessage());
      }
    }
  }

  private static Optional<String> next(String link) {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find()
        ? Optional.of(
            java.net.URLDecoder.decode(matcher.group(1), java.nio.charset.StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Runs every minute; one that fails is followed by the next beat. */
  private final class Beat {
    private long lastNanos = System.nanoTime() - EVERY.toNanos();

    boolean turn() {
      if (System.nanoTime() - lastNanos >= EVERY.toNanos()) {
        try {
          reconcile();
          lastNanos = System.nanoTime();
          comparedNanos = lastNanos;
        } catch (ProcessingException | WebApplicationException e) {
          LOG.warnf("the incident-service could not be asked: %s", e.getMessage());
          failures.increment();
        }
      }
      return false;
    }
  }
}
