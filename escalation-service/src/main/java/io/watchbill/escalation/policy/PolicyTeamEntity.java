package io.watchbill.escalation.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team and its default policy. */
@Entity
@Table(name = "policy_team")
class PolicyTeamEntity {
  @Id String team;
  String policy;
}
