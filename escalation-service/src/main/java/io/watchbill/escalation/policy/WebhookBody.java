package io.watchbill.escalation.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook as it is put.
 *
 * @param secret made by the server when it is left out
 */
@Schema(name = "WebhookInput")
public record WebhookBody(
    @Schema(examples = "SIEM") String name,
    @Schema(examples = "https://siem.example.org/watchbill") String address,
    @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {}
