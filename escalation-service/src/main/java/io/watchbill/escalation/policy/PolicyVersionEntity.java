package io.watchbill.escalation.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a policy was by one of its versions. */
@Entity
@Table(name = "policy_version")
@IdClass(PolicyVersionEntity.Key.class)
class PolicyVersionEntity {
  @Id String policy;
  @Id long version;
  @Nullable String team;
  String definition;

  /** Whether this version archived it. */
  boolean archived;

  /** Null, like the time, for versions from before they were kept. */
  @Nullable String author;

  @Column(name = "made_at")
  @Nullable Instant madeAt;

  record Key(String policy, long version) implements Serializable {}
}
