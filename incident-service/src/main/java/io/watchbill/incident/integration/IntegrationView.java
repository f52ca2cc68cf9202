package io.watchbill.incident.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.http.PublicUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An integration as the API shows it; its key only in the answer that creates it. */
@RegisterForReflection
@Schema(name = "Integration")
@TemplateData
public record IntegrationView(
    @Schema(examples = "prometheus") String id,
    String name,
    String kind,
    String team,
    @Nullable String policy,
    Map<String, Severity> severities,
    Severity defaultSeverity,
    boolean resolveWithAlerts,
    @Schema(type = SchemaType.STRING, examples = "PT24H") Duration suppressAfterResolve,
    @Schema(type = SchemaType.STRING, examples = "PT2H") @Nullable Duration acknowledgementTimeout,
    Instant createdAt,
    @Nullable Instant archivedAt,
    @Schema(description = "Where its sender posts.") String url,
    @Schema(description = "Shown once, in the answer that creates it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String key) {

  static IntegrationView of(IntegrationEntity row, PublicUrl publicUrl) {
    return new IntegrationView(
        row.id,
        row.name,
        row.kind,
        row.team,
        row.policy,
        row.severities,
        row.defaultSeverity,
        row.resolveWithAlerts,
        Duration.parse(row.suppressAfterResolve),
        row.acknowledgementTimeout == null ? null : Duration.parse(row.acknowledgementTimeout),
        row.createdAt,
        row.archivedAt,
        publicUrl.to("/v1/ingest/" + row.kind),
        null);
  }

  IntegrationView withKey(String minted) {
    return new IntegrationView(
        id,
        name,
        kind,
        team,
        policy,
        severities,
        defaultSeverity,
        resolveWithAlerts,
        suppressAfterResolve,
        acknowledgementTimeout,
        createdAt,
        archivedAt,
        url,
        minted);
  }
}
