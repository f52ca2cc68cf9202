package io.watchbill.escalation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook in the API.
 *
 * @param secret shown once, when it was generated
 */
@RegisterForReflection
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
    @Schema(examples = "siem") String id,
    @Schema(examples = "SIEM") String name,
    @Schema(
            examples = "security",
            description = "The team that it belongs to; absent if only admins manage it.")
        @Nullable String team,
    @Schema(
            examples = "https://siem.example.org/watchbill",
            description = "Shown to managers of its team only: it may hold a secret.")
        @Nullable String address,
    @Nullable String secret) {}
