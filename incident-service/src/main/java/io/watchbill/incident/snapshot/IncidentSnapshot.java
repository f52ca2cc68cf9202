package io.watchbill.incident.snapshot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.IncidentRole;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Roles;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that paging needs to know of an incident. The newest version wins; anchors belong to the
 * round.
 *
 * @param began when its alerts began, as their sender says; else when it was opened
 */
@RegisterForReflection
public record IncidentSnapshot(
    UUID id,
    long version,
    int round,
    @Schema(examples = "INC-12") String reference,
    String title,
    Severity severity,
    Set<String> tags,
    @Schema(description = "Kind of incident; none so far.") @Nullable String type,
    boolean restricted,
    @Schema(enumeration = {"triggered", "acknowledged", "resolved"}) String state,
    String team,
    @Nullable String policy,
    @Nullable String commander,
    @Nullable String acknowledgedBy,
    Instant began,
    SnapshotAnchors anchors,
    Sla sla,
    @Nullable Instant mutedUntil,
    @Schema(description = "Whether retention leaves it alone.") boolean legalHold,
    String link) {

  /** The instants from which the steps of a policy are counted. */
  @RegisterForReflection
  public record SnapshotAnchors(
      Instant triggered,
      @Nullable Instant acknowledged,
      Instant lastUpdate,
      Instant severityChange) {}

  /** The times allowed at the current severity. */
  @RegisterForReflection
  public record Sla(@Schema(type = SchemaType.STRING, examples = "PT15M") Duration acknowledge) {}

  static IncidentSnapshot of(Incident incident, Duration acknowledge, String link) {
    Lifecycle life = incident.lifecycle();
    return new IncidentSnapshot(
        incident.id(),
        incident.version(),
        life.round(),
        incident.reference(),
        incident.title(),
        life.severity(),
        life.tags(),
        null,
        false,
        life.state().kind().word(),
        incident.team(),
        incident.policy().orElse(null),
        life.roles().of(IncidentRole.COMMANDER).map(Roles.Holder::person).orElse(null),
        life.state() instanceof Acknowledged acknowledged ? acknowledged.by().id() : null,
        incident.identity().beganAt(),
        new SnapshotAnchors(
            life.anchors().triggered(),
            life.anchors().acknowledged().orElse(null),
            life.anchors().lastUpdate(),
            life.anchors().severityChange()),
        new Sla(acknowledge),
        mutedUntil(life),
        incident.legalHold(),
        link);
  }

  private static @Nullable Instant mutedUntil(Lifecycle life) {
    return life.state() instanceof Resolved resolved
        ? resolved.suppressedUntil().orElse(null)
        : life.mute().map(Mute::until).orElse(null);
  }
}
