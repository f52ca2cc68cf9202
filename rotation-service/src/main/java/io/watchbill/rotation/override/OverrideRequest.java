package io.watchbill.rotation.override;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to create an override.
 *
 * @param kind replace when absent
 * @param person who takes over or is added; absent in a removal
 * @param replaces who is relieved; everybody on call when absent
 * @param from now when absent
 */
@Schema(
    description =
        "replace: one person replaces another, or everybody on call. add: one more "
            + "person is on call. remove: somebody leaves, and nobody takes over.")
public record OverrideRequest(
    @Schema(examples = "primary", required = true) @NotNull(message = "a role is required")
        String role,
    @Schema(
            examples = "replace",
            enumeration = {"replace", "add", "remove"},
            defaultValue = "replace")
        String kind,
    @Schema(examples = "bob", description = "Required to replace and to add; absent to remove.")
        @Nullable String person,
    @Schema(
            examples = "alice",
            description = "Who is relieved; everybody on call when absent. Must be absent to add.")
        @Nullable String replaces,
    @Schema(examples = "2026-12-24T08:00:00Z", description = "Now when absent.")
        @Nullable String from,
    @Schema(examples = "2026-12-25T08:00:00Z", required = true) String to,
    @Schema(examples = "family dinner", maxLength = Text.REASON)
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public OverrideRequest {
    kind = kind == null ? "replace" : kind;
    reason = reason == null ? "" : reason;
  }
}
