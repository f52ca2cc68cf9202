package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role with layers of its own, or one that follows another. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Role", description = "Has layers, or follows another role.")
public record RoleDefinition(
    @Schema(examples = "primary", required = true) String name,
    List<LayerDefinition> layers,
    FollowsDefinition follows) {}
