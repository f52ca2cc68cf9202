package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role with layers of its own, or one that follows another. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Role", description = "Has layers, or follows another role.")
public record RoleDefinition(
    @Schema(examples = "primary", required = true) String name,
    @Nullable List<LayerDefinition> layers,
    @Nullable FollowsDefinition follows) {}
