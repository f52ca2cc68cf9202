package io.watchbill.incident.incident;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident that had the same alerts as another.
 *
 * @param alertsInCommon how many of them
 * @param resolvedAt null while it is open
 */
@RegisterForReflection
@Schema(name = "SimilarIncident")
@TemplateData
public record SimilarIncident(
    UUID id,
    @Schema(examples = "INC-7") String reference,
    @Schema(examples = "Disk full on db-1") String title,
    Severity severity,
    @Schema(enumeration = {"triggered", "acknowledged", "resolved"}) String state,
    Instant createdAt,
    @Nullable Instant resolvedAt,
    @Schema(examples = "ann") @Nullable String resolvedBy,
    @Schema(examples = "2") long alertsInCommon) {

  static SimilarIncident of(Incident incident, long alertsInCommon) {
    Resolved resolved = incident.lifecycle().state() instanceof Resolved state ? state : null;
    return new SimilarIncident(
        incident.id(),
        incident.reference(),
        incident.title(),
        incident.lifecycle().severity(),
        incident.lifecycle().state().kind().word(),
        incident.createdAt(),
        resolved == null ? null : resolved.at(),
        resolved == null ? null : resolved.by().id(),
        alertsInCommon);
  }
}
