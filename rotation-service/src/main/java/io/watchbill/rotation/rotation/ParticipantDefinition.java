package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When somebody who is named in turns takes them.
 *
 * @param from the first day; absent: since ever
 * @param until the first day on which they no longer do; absent: for ever
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Participant",
    description =
        "When somebody who is named in turns takes them. Days begin at midnight in the zone of each"
            + " layer. Outside, the list of turns is that without them, and goes on behind whoever"
            + " is on call; who leaves while on call hands over to the next at once.")
public record ParticipantDefinition(
    @Schema(examples = "alice", required = true) String person,
    @Schema(examples = "2026-03-01") String from,
    @Schema(
            examples = "2026-12-01",
            description = "The first day on which they no longer take turns.")
        String until,
    List<PauseDefinition> paused) {

  ParticipantDefinition withoutReasons() {
    return new ParticipantDefinition(
        person,
        from,
        until,
        paused == null ? null : paused.stream().map(PauseDefinition::withoutReason).toList());
  }
}
