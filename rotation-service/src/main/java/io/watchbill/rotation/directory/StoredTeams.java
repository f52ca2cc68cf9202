package io.watchbill.rotation.directory;

import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.team.Team;
import io.watchbill.rotation.team.TeamResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and changes teams as the API does. */
@ApplicationScoped
class StoredTeams {
  private final TeamResource api;

  StoredTeams(TeamResource api) {
    this.api = api;
  }

  /** A team as stored. */
  record Stored(Team team, String revision) {}

  Stored get(String id) {
    Response found = EventLoop.await(() -> api.get(id));
    return new Stored((Team) found.getEntity(), found.getEntityTag().getValue());
  }

  void make(String id, String name, List<String> members) {
    save(id, null, name, members);
  }

  /** Changes a team that still is at the revision. */
  void put(String id, String revision, String name, List<String> members) {
    save(id, RevisionTag.tag(revision), name, members);
  }

  private void save(String id, @Nullable String ifMatch, String name, List<String> members) {
    Team wanted = new Team(null, name, members, null);
    EventLoop.await(() -> api.put(id, ifMatch, wanted));
  }
}
