package io.watchbill.kit.peer;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The names and time zones of people, rotations and teams, for texts that people read. They are
 * read from the rotation-service every half minute, beside all other work: who writes a text asks
 * the memory of this process and never waits. Whatever has no known name goes by its id. While the
 * rotation-service is away the last names stay in use.
 */
@ApplicationScoped
public class DisplayNames {
  private static final Logger LOG = Logger.getLogger(DisplayNames.class);
  private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"next\"");
  private static final String OWNER = "rotation";
  private static final String PEOPLE = "people";
  private static final String ROTATIONS = "rotations";
  private static final String TEAMS = "teams";
  private static final int PART = 500;

  /** At most 20,000 of a kind; the others go by their ids. */
  private static final int MOST_PARTS = 40;

  private final Optional<NamesClient> client;
  private volatile Map<String, NamesAnswer.Item> people = Map.of();
  private volatile Map<String, NamesAnswer.Item> rotations = Map.of();
  private volatile Map<String, NamesAnswer.Item> teams = Map.of();

  DisplayNames(Peers peers, @ConfigProperty(name = "quarkus.application.name") String application) {
    this.client =
        peers.names().contains(OWNER) && !application.startsWith(OWNER)
            ? Optional.of(peers.client(NamesClient.class, OWNER))
            : Optional.empty();
  }

  /** Returns the name of a person, or the id. */
  public String person(String id) {
    return name(people, id);
  }

  /** Returns the name of a rotation, or the id. */
  public String rotation(String id) {
    return name(rotations, id);
  }

  /** Returns the name of a team, or the id. */
  public String team(String id) {
    return name(teams, id);
  }

  /** Returns the time zone of a rotation; empty if not known. */
  public Optional<ZoneId> zoneOfRotation(String id) {
    return Optional.ofNullable(rotations.get(id)).flatMap(NamesAnswer.Item::zone);
  }

  private static String name(Map<String, NamesAnswer.Item> known, String id) {
    NamesAnswer.Item item = known.get(id);
    return item == null ? id : item.name();
  }

  /** Reads all names; keeps those of a kind that cannot be read. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void refresh() {
    client.ifPresent(
        from -> {
          people = read(from, PEOPLE, people);
          rotations = read(from, ROTATIONS, rotations);
          teams = read(from, TEAMS, teams);
        });
  }

  private static Map<String, NamesAnswer.Item> read(
      NamesClient client, String kind, Map<String, NamesAnswer.Item> before) {
    try {
      return read(client, kind);
    } catch (RuntimeException e) {
      LOG.debugf("the names of %s are not available: %s", kind, e.getMessage());
      return before;
    }
  }

  private static Map<String, NamesAnswer.Item> read(NamesClient client, String kind) {
    Map<String, NamesAnswer.Item> read = new HashMap<>();
    Optional<String> cursor = Optional.empty();
    for (int part = 0; part < MOST_PARTS; part++) {
      try (Response response = client.list(kind, true, PART, cursor.orElse(null))) {
        if (response.getStatus() != 200) {
          throw new WebApplicationException("answered " + response.getStatus(), 502);
        }
        response.readEntity(NamesAnswer.class).items().stream()
            .filter(NamesAnswer.Item::isNamed)
            .forEach(item -> read.put(item.id(), item));
        cursor = next(response.getHeaderString("Link"));
      }
      if (cursor.isEmpty()) {
        break;
      }
    }
    return Map.copyOf(read);
  }

  private static Optional<String> next(@Nullable String link) {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find()
        ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
