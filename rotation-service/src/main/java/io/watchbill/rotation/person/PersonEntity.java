package io.watchbill.rotation.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the person table. */
@Entity
@Table(name = "person")
class PersonEntity {
  @Id String id;

  String name;

  @Column(name = "time_zone")
  String timeZone;

  @Nullable String email;

  /** The team that they belong to; null for the admins. */
  @Nullable String team;

  @Version long revision;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  Person toPerson() {
    return new Person(id, name, timeZone, email, team, archivedAt);
  }
}
