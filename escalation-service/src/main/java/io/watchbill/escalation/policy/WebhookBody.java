package io.watchbill.escalation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook as it is put.
 *
 * @param team to which it belongs; null: to whom it did
 * @param secret made by the server when it is left out
 */
@Schema(name = "WebhookInput")
public record WebhookBody(
    @Schema(examples = "SIEM", maxLength = 200) String name,
    @Schema(
            examples = "security",
            pattern = "[a-z0-9-]{1,63}",
            description =
                "The team that it belongs to; absent: as before, of a new one the only team that the"
                    + " caller manages, an admin's none.")
        String team,
    @Schema(examples = "https://siem.example.org/watchbill") String address,
    @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {}
