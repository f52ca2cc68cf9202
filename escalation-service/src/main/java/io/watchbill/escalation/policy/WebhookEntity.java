package io.watchbill.escalation.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A webhook that steps may name. */
@Entity
@Table(name = "webhook")
class WebhookEntity {
  @Id String id;
  String name;

  /** To which it belongs; null: the admins'. */
  String team;

  String address;
  String secret;
  @Version long version;
}
