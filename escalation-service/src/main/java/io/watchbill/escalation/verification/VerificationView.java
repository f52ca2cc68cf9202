package io.watchbill.escalation.verification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code that was sent.
 *
 * @param attempts how often the code may be tried
 * @param detail the channel's answer
 */
@RegisterForReflection
@Schema(name = "VerificationSent")
public record VerificationView(
    @Schema(examples = "2026-03-02T09:15:00Z") Instant expiresAt,
    @Schema(examples = "5") int attempts,
    @Schema(examples = "the SMTP server accepted it") String detail) {}
