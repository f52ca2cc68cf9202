package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a participant takes no turns.
 *
 * @param until the first day on which they do again; until further notice when absent
 * @param reason visible to managers of the team only
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Pause", description = "Days on which a participant takes no turns.")
public record PauseDefinition(
    @Schema(examples = "2026-07-01", required = true) String from,
    @Schema(
            examples = "2026-08-01",
            description = "The first day on which they take turns again; unknown when absent.")
        @Nullable String until,
    @Schema(
            examples = "parental leave",
            description = "Visible to managers of the team only; left out for everybody else.")
        @Nullable String reason) {

  PauseDefinition withoutReason() {
    return new PauseDefinition(from, until, null);
  }
}
