package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a person named in turns takes them.
 *
 * @param from the first day; since forever when absent
 * @param until the first day on which they no longer do; forever when absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Participant",
    description =
        "The days on which a person named in turns takes them. Days begin at midnight "
            + "in the time zone of each layer. Outside these days the list of turns is used "
            + "without the person, and continues after the people on call; a person who "
            + "leaves while on call hands over to the next one at once.")
public record ParticipantDefinition(
    @Schema(examples = "alice", required = true) String person,
    @Schema(examples = "2026-03-01") @Nullable String from,
    @Schema(
            examples = "2026-12-01",
            description = "The first day on which they no longer take turns.")
        @Nullable String until,
    @Nullable List<PauseDefinition> paused) {

  ParticipantDefinition withoutReasons() {
    return new ParticipantDefinition(
        person,
        from,
        until,
        paused == null ? null : paused.stream().map(PauseDefinition::withoutReason).toList());
  }
}
