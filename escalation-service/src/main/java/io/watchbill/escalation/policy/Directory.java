package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.watchbill.kit.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks the rotation-service whether it has what a policy names. Only what it certainly does not
 * have is unknown: while it does not answer, policies can be put all the same.
 */
@ApplicationScoped
class Directory {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int TOGETHER = 8;

  private final DirectoryClient client;

  Directory(Neighbours neighbours) {
    this.client = neighbours.client(DirectoryClient.class, "rotation");
  }

  /** Something that a policy names: in its field of that name, asked for at that path. */
  record Named(String field, String path, String id) {}

  /**
   * What the rotation-service does not have, or only in its archive, told on the event loop of the
   * caller.
   */
  Uni<List<Named>> unknown(Definition definition) {
    Context caller = Vertx.currentContext();
    List<Named> named = new ArrayList<>();
    add(named, "rotation", "rotations", definition.policy().rotations());
    add(named, "person", "people", definition.policy().people());
    add(named, "team", "teams", definition.policy().teams());
    return Multi.createFrom()
        .iterable(named)
        .onItem()
        .transformToUni(one -> isMissing(one).map(missing -> missing ? List.of(one) : NONE))
        .merge(TOGETHER)
        .collect()
        .asList()
        .map(lists -> lists.stream().flatMap(List::stream).collect(Collectors.toList()))
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(List.of())
        .emitOn(task -> caller.runOnContext(nothing -> task.run()));
  }

  private static final List<Named> NONE = List.of();

  private Uni<Boolean> isMissing(Named named) {
    return client
        .get(named.path(), named.id())
        .map(Directory::isMissing)
        .onFailure(WebApplicationException.class)
        .recoverWithItem(e -> isMissing(((WebApplicationException) e).getResponse()))
        .onFailure()
        .recoverWithItem(false);
  }

  private static boolean isMissing(Response response) {
    try (response) {
      return response.getStatus() == 404
          || response.getStatus() == 200
              && response.readEntity(JsonNode.class).hasNonNull("archivedAt");
    }
  }

  private static void add(List<Named> named, String field, String path, Collection<String> ids) {
    ids.forEach(id -> named.add(new Named(field, path, id)));
  }
}
