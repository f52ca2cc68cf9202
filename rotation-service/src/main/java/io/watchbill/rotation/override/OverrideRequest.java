package io.watchbill.rotation.override;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody stands in for another, stands beside, or leaves.
 *
 * @param kind replace, also when absent
 * @param person who takes over or stands beside; absent in a removal
 * @param replaces who is relieved; absent: whoever is on call
 * @param from absent: now
 */
@Schema(
    description =
        "replace: one person stands in for another, or for whoever is on call. add: a person"
            + " stands beside. remove: somebody leaves, and nobody takes over.")
public record OverrideRequest(
    @Schema(examples = "primary", required = true) @NotNull(message = "a role is needed")
        String role,
    @Schema(
            examples = "replace",
            enumeration = {"replace", "add", "remove"},
            defaultValue = "replace")
        String kind,
    @Schema(examples = "bob", description = "Needed to replace and to add; absent to remove.")
        String person,
    @Schema(
            examples = "alice",
            description = "Who is relieved; whoever is on call, when absent. Absent to add.")
        String replaces,
    @Schema(examples = "2026-12-24T08:00:00Z", description = "Now, when absent.") String from,
    @Schema(examples = "2026-12-25T08:00:00Z", required = true) String to,
    @Schema(examples = "family dinner", maxLength = Text.REASON)
        @Line(max = Text.REASON, blank = true, message = Text.REASON_RULE)
        String reason) {

  public OverrideRequest {
    kind = kind == null ? "replace" : kind;
    reason = reason == null ? "" : reason;
  }
}
