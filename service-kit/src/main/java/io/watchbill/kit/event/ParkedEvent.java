package io.watchbill.kit.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event that its receiver did not understand; an admin has to retry or drop it.
 *
 * @param subject what it is about
 * @param attempts how often it was sent
 * @param parkedAt null once it is to be sent again
 * @param error the receiver's answer
 */
@RegisterForReflection
public record ParkedEvent(
    @Schema(examples = "01a204e1-88ea-72e4-a572-ade8ac74a63b") UUID id,
    @Schema(examples = "page.acknowledged") String type,
    @Schema(examples = "incident") String destination,
    @Schema(examples = "01a204e1-8c11-7a5a-8c69-2a5bb2b7f2a1") String subject,
    @Schema(examples = "2026-12-24T17:00:00Z") Instant createdAt,
    @Schema(examples = "2026-12-24T17:00:01Z", nullable = true) @Nullable Instant parkedAt,
    @Schema(examples = "1") int attempts,
    @Schema(examples = "the receiver answered 413", nullable = true) @Nullable String error) {}
