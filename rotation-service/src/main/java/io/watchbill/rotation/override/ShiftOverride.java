package io.watchbill.rotation.override;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An override as it is shown.
 *
 * @param to its end: the instant of withdrawal, when it was withdrawn
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Override", description = "One person stands in for another.")
public record ShiftOverride(
    UUID id,
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(examples = "replace") String kind,
    @Schema(examples = "bob") String person,
    @Schema(examples = "alice") String replaces,
    Instant from,
    Instant to,
    @Schema(examples = "family dinner") String reason,
    @Schema(examples = "person:carol") String author,
    Instant createdAt,
    Instant withdrawnAt) {}
