package io.watchbill.rotation.absence;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to step away for some minutes, starting now. */
@Schema(name = "AwayBody", description = "Step away for some minutes, starting now.")
public record AwayBody(
    @Schema(examples = "45", required = true)
        @NotNull(message = "minutes from 1 to 720 are required")
        @Min(value = 1, message = "minutes must be from 1 to 720")
        @Max(value = 720, message = "minutes must be from 1 to 720; add an absence for longer")
        Integer minutes,
    @Schema(examples = "dentist", maxLength = Text.REASON)
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public AwayBody {
    reason = reason == null ? "" : reason;
  }
}
