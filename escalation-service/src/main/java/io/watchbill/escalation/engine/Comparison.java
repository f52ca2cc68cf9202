package io.watchbill.escalation.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.OpenSnapshots;
import io.watchbill.escalation.snapshot.OpenSnapshots.Digest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares open incidents with the incident-service, one request per step. */
final class Comparison {
  private static final Logger LOG = Logger.getLogger(Comparison.class);
  private static final int PART = 500;
  private static final int TOGETHER = 50;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID BEHIND_ALL = new UUID(-1, -1);
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"next\"");

  private final Database database;
  private final OpenSnapshots known;
  private final Snapshots snapshots;
  private final IncidentClient client;
  private final Json json;
  private final Counter fetched;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private int news;
  private @Nullable RuntimeException failure;

  Comparison(
      Database database,
      OpenSnapshots known,
      Snapshots snapshots,
      IncidentClient client,
      Json json,
      Counter fetched) {
    this.database = database;
    this.known = known;
    this.snapshots = snapshots;
    this.client = client;
    this.json = json;
    this.fetched = fetched;
    steps.add(() -> compareRanges(BEFORE_ALL, null));
  }

  boolean isDone() {
    return steps.isEmpty();
  }

  /** Puts the work that a step finds before the remaining work. */
  void step() {
    steps.pop().run();
  }

  int news() {
    if (failure != null) {
      throw failure;
    }
    return news;
  }

  private void compareRanges(UUID behind, @Nullable String cursor) {
    List<Digest> there;
    Optional<String> next;
    try (Response response = answered(client.digests(PART, cursor))) {
      there = new ArrayList<>(response.readEntity(IncidentClient.Digests.class).items());
      next = next(response);
    }
    if (next.isEmpty()) {
      there.add(new Digest(BEHIND_ALL, 0, "0"));
    }
    next.ifPresent(page -> steps.push(() -> compareRanges(there.getLast().through(), page)));
    List<UUID> throughs = there.stream().map(Digest::through).toList();
    Map<UUID, Digest> here = database.read(tx -> known.digests(tx, behind, throughs));
    for (int i = there.size() - 1; i >= 0; i--) {
      Digest range = there.get(i);
      UUID after = i == 0 ? behind : there.get(i - 1).through();
      if (!range.equals(here.get(range.through()))) {
        steps.push(() -> compareEach(after, range.through(), null, new HashSet<>()));
      }
    }
  }

  /** An incident that is open only here was resolved meanwhile. */
  private void compareEach(UUID after, UUID through, @Nullable String cursor, Set<UUID> open) {
    List<IncidentClient.Version> part;
    Optional<String> next;
    try (Response response = answered(client.open(after, through, PART, cursor))) {
      part = response.readEntity(IncidentClient.Open.class).items();
      next = next(response);
    }
    part.forEach(version -> open.add(version.id()));
    next.ifPresentOrElse(
        page -> steps.push(() -> compareEach(after, through, page, open)),
        () -> steps.push(() -> fetchClosed(after, through, open)));
    fetch(differing(part));
  }

  private void fetchClosed(UUID after, UUID through, Set<UUID> open) {
    List<UUID> part = database.read(tx -> known.open(tx, after, through, PART));
    if (part.size() == PART) {
      steps.push(() -> fetchClosed(part.getLast(), through, open));
    }
    fetch(part.stream().filter(id -> !open.contains(id)).toList());
  }

  private void fetch(List<UUID> ids) {
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
      steps.push(() -> takeAll(client.snapshots(new IncidentClient.Wanted(some)).items()));
    }
  }

  private void takeAll(List<JsonNode> nodes) {
    try {
      List<IncidentSnapshot> all = new ArrayList<>();
      for (JsonNode node : nodes) {
        all.add(json.convert(node, IncidentSnapshot.class));
      }
      take(all);
    } catch (DatabaseUnavailableException e) {
      if (nodes.size() == 1) {
        throw e;
      }
      nodes.forEach(this::takeAlone);
    } catch (JsonProcessingException | RuntimeException e) {
      nodes.forEach(this::takeAlone);
    }
  }

  private void take(List<IncidentSnapshot> all) {
    int taken = all.isEmpty() ? 0 : snapshots.take(all).size();
    fetched.increment(taken);
    news += taken;
    snapshots.ensureRunning(all);
  }

  /** One bad snapshot must not hide the others. */
  private void takeAlone(JsonNode node) {
    try {
      take(List.of(json.convert(node, IncidentSnapshot.class)));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (JsonProcessingException | RuntimeException e) {
      String incident = node.path("id").asText();
      LOG.errorf(e, "the snapshot of incident %s cannot be taken", incident);
      failure = new IllegalStateException("the snapshot of incident " + incident, e);
    }
  }

  private List<UUID> differing(List<IncidentClient.Version> part) {
    List<UUID> ids = part.stream().map(IncidentClient.Version::id).toList();
    Map<UUID, Long> versions = database.read(tx -> known.versions(tx, ids));
    return part.stream()
        .filter(version -> versions.getOrDefault(version.id(), 0L) < version.version())
        .map(IncidentClient.Version::id)
        .toList();
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
