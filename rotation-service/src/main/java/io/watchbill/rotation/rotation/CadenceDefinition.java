package io.watchbill.rotation.rotation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a turn lasts on the wall clock. */
@RegisterForReflection
@Schema(name = "Cadence", description = "How long a turn lasts on the wall clock.")
public record CadenceDefinition(
    @Schema(examples = "1", minimum = "1", maximum = "1000", required = true) Integer every,
    @Schema(
            examples = "week",
            required = true,
            enumeration = {"hour", "day", "week", "month"})
        String unit) {}
