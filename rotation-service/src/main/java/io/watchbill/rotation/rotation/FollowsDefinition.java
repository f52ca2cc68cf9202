package io.watchbill.rotation.rotation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role that takes the turns of another one, later. */
@RegisterForReflection
@Schema(
    name = "Follows",
    description =
        "Takes, at each turn of the role, the people of the turn that comes so many "
            + "turns later; never somebody who holds that role at the same time.")
public record FollowsDefinition(
    @Schema(examples = "primary", required = true) String role,
    @Schema(examples = "1", minimum = "1", maximum = "500", required = true) Integer offset) {}
