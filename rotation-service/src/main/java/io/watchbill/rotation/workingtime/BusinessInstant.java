package io.watchbill.rotation.workingtime;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where counting in working time leads. */
@RegisterForReflection
@Schema(description = "Where counting in working time leads.")
public record BusinessInstant(
    @Schema(examples = "2026-03-06T15:30:00Z") Instant from,
    @Schema(examples = "2026-03-09T10:30:00Z") Instant instant) {}
