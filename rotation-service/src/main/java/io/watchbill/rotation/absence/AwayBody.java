package io.watchbill.rotation.absence;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody is away for some minutes from now. */
@Schema(name = "AwayBody", description = "Somebody is away for some minutes from now.")
public record AwayBody(
    @Schema(examples = "45", required = true)
        @NotNull(message = "minutes are needed: 1 to 720")
        @Min(value = 1, message = "minutes are 1 to 720")
        @Max(value = 720, message = "minutes are 1 to 720; longer is an absence")
        Integer minutes,
    @Schema(examples = "dentist", maxLength = Text.REASON)
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public AwayBody {
    reason = reason == null ? "" : reason;
  }
}
