package io.watchbill.rotation.workingtime;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of adding working time. */
@RegisterForReflection
@Schema(description = "The result of adding working time.")
public record BusinessInstant(
    @Schema(examples = "2026-03-06T15:30:00Z") Instant from,
    @Schema(examples = "2026-03-09T10:30:00Z") Instant instant) {}
