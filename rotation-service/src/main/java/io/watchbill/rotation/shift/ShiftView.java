package io.watchbill.rotation.shift;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.shift.Shift;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shift, in the API. */
@RegisterForReflection
@Schema(name = "Shift", description = "People on call; start included, end excluded.")
public record ShiftView(
    @Schema(
            examples = "security/primary/weekly/1/46",
            description =
                "rotation/role/layer/version/turn and, for a part that an override "
                    + "created, the id of the override. The two parts that an override "
                    + "leaves of a turn have the same id.")
        String id,
    @Schema(examples = "primary") String role,
    @Schema(examples = "weekly") String layer,
    @Schema(examples = "[\"alice\"]") List<String> people,
    Instant start,
    Instant end,
    @Schema(examples = "turn 46 of weekly") String reason) {

  static ShiftView of(Shift shift) {
    return new ShiftView(
        shift.id().toString(),
        shift.role(),
        shift.id().layer(),
        shift.people(),
        shift.span().start(),
        shift.span().end(),
        shift.reason().text());
  }
}
