package io.watchbill.rotation.override;

import io.watchbill.rotation.request.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person stands in for another.
 *
 * @param kind replace, also when absent
 * @param replaces who is relieved; absent: whoever is on watch
 * @param from absent: now
 */
@Schema(description = "One person stands in for another, or for whoever is on watch.")
public record OverrideRequest(
    @Schema(examples = "primary", required = true) @NotNull(message = "a role is needed")
        String role,
    @Schema(examples = "replace", enumeration = "replace", defaultValue = "replace") String kind,
    @Schema(examples = "bob", required = true) @NotNull(message = "the id of a person is needed")
        String person,
    @Schema(examples = "alice", description = "Whoever is on watch, when absent.") String replaces,
    @Schema(examples = "2026-12-24T08:00:00Z", description = "Now, when absent.") String from,
    @Schema(examples = "2026-12-25T08:00:00Z", required = true) String to,
    @Schema(examples = "family dinner") @Pattern(regexp = Text.REASON, message = Text.REASON_RULE)
        String reason) {

  public OverrideRequest {
    kind = kind == null ? "replace" : kind;
    reason = reason == null ? "" : reason;
  }
}
