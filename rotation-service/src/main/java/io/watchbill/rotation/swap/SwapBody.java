package io.watchbill.rotation.swap;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to propose a swap: two people trade shifts.
 *
 * @param give a shift of the author
 * @param take a shift of the other person
 */
@Schema(name = "SwapBody", description = "Two people trade shifts.")
public record SwapBody(
    @Valid @Schema(required = true) @NotNull(message = "give is required") Side give,
    @Valid @Schema(required = true) @NotNull(message = "take is required") Side take,
    @Schema(examples = "school holidays", maxLength = Text.REASON)
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public SwapBody {
    reason = reason == null ? "" : reason;
  }

  /**
   * A stretch of somebody's shifts.
   *
   * @param person who is on call; in {@code give} the caller when absent
   */
  @Schema(name = "SwapBodySide")
  public record Side(
      @Schema(examples = "alice") String person,
      @Schema(examples = "primary", required = true) @NotNull(message = "a role is required")
          String role,
      @Schema(examples = "2026-12-21T17:00:00Z", required = true) String from,
      @Schema(examples = "2026-12-28T17:00:00Z", required = true) String to) {}
}
