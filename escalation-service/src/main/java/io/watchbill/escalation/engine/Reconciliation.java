package io.watchbill.escalation.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.OpenPictures;
import io.watchbill.escalation.picture.OpenPictures.Digest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * no event is relied upon to arrive. One replica does it for all, by digests of ranges of ids; only
 * where those differ is each incident looked at.
 */
@ApplicationScoped
class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final String NAME = "reconciliation";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int PART = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID BEHIND_ALL = new UUID(-1, -1);
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"next\"");

  private final Database database;
  private final OpenPictures known;
  private final Pictures pictures;
  private final IncidentClient client;
  private final Inspections inspections;
  private final Loops loops;
  private final Json json;
  private final Clock clock;
  private volatile Instant compared;
  private final Counter fetched;
  private final Counter failures;

  Reconciliation(
      Database database,
      OpenPictures known,
      Pictures pictures,
      Neighbours neighbours,
      Inspections inspections,
      Loops loops,
      Json json,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.known = known;
    this.pictures = pictures;
    this.client = neighbours.client(IncidentClient.class, "incident");
    this.inspections = inspections;
    this.loops = loops;
    this.json = json;
    this.clock = clock;
    this.compared = clock.instant();
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
    return Math.max(0, Duration.between(compared, clock.instant()).toMillis() / 1000.0);
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  /** Begins one that is due and that no other replica has begun. */
  private boolean turn() {
    if (inspections.begin(NAME, EVERY)) {
      try {
        inspections.ended(NAME, reconcile());
      } catch (ProcessingException | WebApplicationException e) {
        LOG.warnf("the incident-service could not be asked: %s", e.getMessage());
        failures.increment();
        inspections.failed(NAME, POLL);
      }
    }
    compared = inspections.last(NAME).ended();
    return false;
  }

  /** What one comparison has come to so far. */
  private static final class Tally {
    private int news;
    private RuntimeException failure;
  }

  /**
   * Compares once; answers how many pictures were news.
   *
   * @throws RuntimeException when a picture could not be taken, after all others were: such a
   *     comparison has not succeeded, and its age tells of it
   */
  int reconcile() {
    Tally tally = new Tally();
    UUID after = BEFORE_ALL;
    Optional<String> cursor = Optional.empty();
    do {
      try (Response response = answered(client.digests(PART, cursor.orElse(null)))) {
        List<Digest> there =
            new ArrayList<>(response.readEntity(IncidentClient.Digests.class).items());
        cursor = next(response);
        if (cursor.isEmpty()) {
          there.add(new Digest(BEHIND_ALL, 0, "0"));
        }
        compare(tally, after, there);
        after = there.getLast().through();
      }
    } while (cursor.isPresent());
    if (tally.failure != null) {
      throw tally.failure;
    }
    return tally.news;
  }

  private void compare(Tally tally, UUID behind, List<Digest> there) {
    List<UUID> throughs = there.stream().map(Digest::through).toList();
    Map<UUID, Digest> here = database.read(tx -> known.digests(tx, behind, throughs));
    UUID after = behind;
    for (Digest range : there) {
      if (!range.equals(here.get(range.through()))) {
        compareEach(tally, after, range.through());
      }
      after = range.through();
    }
  }

  /** What is open here and not there was resolved meanwhile. */
  private void compareEach(Tally tally, UUID after, UUID through) {
    Set<UUID> open = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      try (Response response = answered(client.open(after, through, PART, cursor.orElse(null)))) {
        List<IncidentClient.Version> part = response.readEntity(IncidentClient.Open.class).items();
        part.forEach(version -> open.add(version.id()));
        fetch(tally, differing(part));
        cursor = next(response);
      }
    } while (cursor.isPresent());
    fetchClosed(tally, open, after, through);
  }

  private List<UUID> differing(List<IncidentClient.Version> part) {
    List<UUID> ids = part.stream().map(IncidentClient.Version::id).toList();
    Map<UUID, Long> versions = database.read(tx -> known.versions(tx, ids));
    return part.stream()
        .filter(version -> versions.getOrDefault(version.id(), 0L) < version.version())
        .map(IncidentClient.Version::id)
        .toList();
  }

  private void fetchClosed(Tally tally, Set<UUID> open, UUID after, UUID through) {
    UUID from = after;
    List<UUID> part;
    do {
      UUID behind = from;
      part = database.read(tx -> known.open(tx, behind, through, PART));
      fetch(tally, part.stream().filter(id -> !open.contains(id)).toList());
      from = part.isEmpty() ? from : part.getLast();
    } while (part.size() == PART);
  }

  private void fetch(Tally tally, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    for (JsonNode node : client.pictures(new IncidentClient.Wanted(ids)).items()) {
      take(tally, node);
    }
  }

  /** One that cannot be taken must not hide the others. */
  private void take(Tally tally, JsonNode node) {
    try {
      IncidentPicture picture = json.convert(node, IncidentPicture.class);
      if (!pictures.take(List.of(picture)).isEmpty()) {
        fetched.increment();
        tally.news++;
      }
      pictures.ensureRunning(List.of(picture));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (JsonProcessingException | RuntimeException e) {
      String incident = node.path("id").asText();
      LOG.errorf(e, "the picture of incident %s cannot be taken", incident);
      tally.failure = new IllegalStateException("the picture of incident " + incident, e);
    }
  }

  private static Response answered(Response response) {
    if (response.getStatus() != 200) {
      response.close();
      throw new WebApplicationException("answered " + response.getStatus(), 502);
    }
    return response;
  }

  private static Optional<String> next(Response response) {
    String link = response.getHeaderString("Link");
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find()
        ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
