package io.watchbill.escalation.policy;

import io.watchbill.kit.text.Line;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as a caller puts it.
 *
 * @param team that it belongs to; null to keep it
 * @param secret generated if absent
 */
@Schema(name = "WebhookInput")
public record WebhookBody(
    @Line(max = NAME, blank = true) @Schema(examples = "SIEM", maxLength = NAME) String name,
    @Pattern(
            regexp = "[a-z0-9-]{1,63}",
            message = "An id has 1 to 63 characters of a-z, 0-9 and hyphen.")
        @Schema(
            examples = "security",
            description =
                "The team that it belongs to. If absent, it stays; a new webhook belongs to the only team that the caller manages, an admin's to none.")
        @Nullable String team,
    @Schema(examples = "https://siem.example.org/watchbill") String address,
    @Schema(
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            description =
                "Generated if there is none. Two with a space between them sign each message twice, so that the receiver may know either while the secret is renewed.")
        @Nullable String secret) {
  private static final int NAME = 200;
}
