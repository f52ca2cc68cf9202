package io.watchbill.incident.integration;

import io.watchbill.incident.lifecycle.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code integration}. */
@Entity
@Table(name = "integration")
class IntegrationEntity {
  @Id String id;

  String name;
  String kind;
  String team;
  @Nullable String policy;

  @Convert(converter = SeverityWords.class)
  Map<String, Severity> severities;

  @Column(name = "default_severity")
  @Enumerated(EnumType.STRING)
  Severity defaultSeverity;

  @Column(name = "resolve_with_alerts")
  boolean resolveWithAlerts;

  @Column(name = "suppress_after_resolve")
  String suppressAfterResolve;

  @Column(name = "acknowledgement_timeout")
  @Nullable String acknowledgementTimeout;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  @Version long version;
}
