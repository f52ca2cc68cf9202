package io.watchbill.rotation.absence;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When somebody will be absent.
 *
 * @param from absent: now
 * @param reason seen by the person and by managers of their teams
 */
@Schema(name = "AbsenceBody", description = "When somebody will be absent.")
public record AbsenceBody(
    @Schema(examples = "2026-12-21T00:00:00Z", description = "Now, when absent.") String from,
    @Schema(examples = "2027-01-04T00:00:00Z", required = true) String to,
    @Schema(
            examples = "holidays",
            maxLength = Text.REASON,
            description = "Only the person and their managers see it.")
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public AbsenceBody {
    reason = reason == null ? "" : reason;
  }
}
