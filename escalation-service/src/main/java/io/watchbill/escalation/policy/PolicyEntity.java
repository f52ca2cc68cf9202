package io.watchbill.escalation.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of a policy. */
@Entity
@Table(name = "policy")
@DynamicUpdate
class PolicyEntity {
  @Id String id;
  String name;

  /** The team that it belongs to; null if only admins manage it. */
  @Nullable String team;

  String definition;
  boolean fallback;
  @Version long version;

  @jakarta.persistence.Column(name = "archived_at")
  @Nullable Instant archivedAt;
}
