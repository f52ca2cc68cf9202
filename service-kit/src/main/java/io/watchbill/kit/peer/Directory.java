package io.watchbill.kit.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks with peer services whether names exist. Only a definite "no" counts as missing: while a
 * peer service does not answer, names are accepted and reported as not checked.
 */
@ApplicationScoped
public class Directory {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int TOGETHER = 8;

  private final Peers peers;
  private final Map<String, DirectoryClient> clients = new ConcurrentHashMap<>();

  Directory(Peers peers) {
    this.peers = peers;
  }

  /**
   * A name to check: its field, the peer service and the path there.
   *
   * @param path behind {@code /v1/}, before the id
   */
  public record Named(String field, String peer, String path, String id) {

    @Override
    public String toString() {
      return field + " " + id;
    }
  }

  /**
   * The result of a check.
   *
   * @param missing names that do not exist, or only in the archive
   * @param notChecked names whose owner did not answer
   */
  public record Found(List<Named> missing, List<Named> notChecked) {

    /** Returns the results in the order of the names. */
    private static Found of(List<Named> asked, List<Checked> answers) {
      List<Checked> all =
          answers.stream()
              .sorted(Comparator.comparingInt(answer -> asked.indexOf(answer.named())))
              .toList();
      return new Found(with(all, Existence.MISSING), with(all, Existence.NOT_KNOWN));
    }

    private static List<Named> with(List<Checked> all, Existence presence) {
      return all.stream().filter(one -> one.presence() == presence).map(Checked::named).toList();
    }
  }

  private enum Existence {
    THERE,
    MISSING,
    NOT_KNOWN
  }

  /** What counts of a person, team, rotation or policy: when it was archived, if it was. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(@Nullable String archivedAt) {}

  private record Checked(Named named, Existence presence) {}

  /** Looks up names; completes on the event loop of the caller. */
  public Uni<Found> look(Collection<Named> named) {
    Context caller = Vertx.currentContext();
    Uni<Found> found = ask(named);
    return caller == null
        ? found
        : found.emitOn(task -> caller.runOnContext(nothing -> task.run()));
  }

  /** As {@link #look(Collection)}, for threads that may block. */
  public Found lookNow(Collection<Named> named) {
    return ask(named).await().atMost(PATIENCE.multipliedBy(2));
  }

  private Uni<Found> ask(Collection<Named> named) {
    List<Named> asked = List.copyOf(named);
    return Multi.createFrom()
        .iterable(asked)
        .onItem()
        .transformToUni(this::check)
        .merge(TOGETHER)
        .collect()
        .asList()
        .map(answers -> Found.of(asked, answers));
  }

  private Uni<Checked> check(Named named) {
    return Uni.createFrom()
        .deferred(() -> client(named.peer()).get(named.path(), named.id()))
        .map(Directory::presence)
        .onFailure(WebApplicationException.class)
        .recoverWithItem(e -> presence(((WebApplicationException) e).getResponse()))
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(Existence.NOT_KNOWN)
        .onFailure()
        .recoverWithItem(Existence.NOT_KNOWN)
        .map(presence -> new Checked(named, presence));
  }

  private DirectoryClient client(String peer) {
    return clients.computeIfAbsent(peer, name -> peers.client(DirectoryClient.class, name));
  }

  /** Ignores a 404 without problem details: it comes from a proxy and says nothing. */
  private static Existence presence(Response response) {
    try (response) {
      return switch (response.getStatus()) {
        case 200 ->
            response.readEntity(Entry.class).archivedAt() == null
                ? Existence.THERE
                : Existence.MISSING;
        case 404 -> isProblem(response) ? Existence.MISSING : Existence.NOT_KNOWN;
        default -> Existence.NOT_KNOWN;
      };
    }
  }

  private static boolean isProblem(Response response) {
    MediaType type = response.getMediaType();
    return type != null && type.getSubtype().equals("problem+json");
  }
}
