package io.watchbill.escalation.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A webhook that steps may name. */
@Entity
@Table(name = "webhook")
class WebhookEntity {
  @Id String id;
  String name;

  /** The team that it belongs to; null if only admins manage it. */
  @Nullable String team;

  String address;
  @Nullable String secret;
  @Version long version;
}
