package io.watchbill.escalation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook as a caller puts it.
 *
 * @param team that it belongs to; null to keep it
 * @param secret generated if absent
 */
@Schema(name = "WebhookInput")
public record WebhookBody(
    @Schema(examples = "SIEM", maxLength = 200) String name,
    @Schema(
            examples = "security",
            pattern = "[a-z0-9-]{1,63}",
            description =
                "The team that it belongs to. If absent, it stays; a new webhook belongs to the only team that the caller manages, an admin's to none.")
        String team,
    @Schema(examples = "https://siem.example.org/watchbill") String address,
    @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {}
