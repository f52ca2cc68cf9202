package io.watchbill.rotation.team;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the team table, with its members. */
@Entity
@Table(name = "team")
class TeamEntity {
  @Id String id;

  String name;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team"))
  @OrderColumn(name = "position")
  @Column(name = "person")
  List<String> members = new ArrayList<>();

  @Version long revision;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  Team toTeam() {
    return new Team(id, name, List.copyOf(members), archivedAt);
  }
}
