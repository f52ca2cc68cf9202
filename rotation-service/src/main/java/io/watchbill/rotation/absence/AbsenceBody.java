package io.watchbill.rotation.absence;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to add an absence.
 *
 * @param from when it begins; now when absent
 * @param reason visible to the person and to managers of their teams
 */
@Schema(name = "AbsenceBody", description = "An absence to add.")
public record AbsenceBody(
    @Schema(examples = "2026-12-21T00:00:00Z", description = "Now, when absent.")
        @Nullable String from,
    @Schema(examples = "2027-01-04T00:00:00Z", required = true) String to,
    @Schema(
            examples = "holidays",
            maxLength = Text.REASON,
            description = "Visible to the person and their managers only.")
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public AbsenceBody {
    reason = reason == null ? "" : reason;
  }
}
