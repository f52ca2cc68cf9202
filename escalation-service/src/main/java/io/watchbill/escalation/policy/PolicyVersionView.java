package io.watchbill.escalation.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy in the API.
 *
 * @param author who made it, as {@code kind:id}; absent for one from before versions were kept
 */
@RegisterForReflection
@Schema(name = "PolicyVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyVersionView(
    @Schema(description = "The number that the ETag had.", examples = "3") long version,
    @Schema(
            description = "Who made it; absent when it is older than the history.",
            examples = "person:alice")
        @Nullable String author,
    @Schema(
            description = "When it was made; absent when it is older than the history.",
            examples = "2026-11-30T09:12:44Z")
        @Nullable Instant madeAt,
    @Schema(description = "Whether it was archived by this version.") boolean archived,
    @Schema(
            description = "The policy as YAML, as its form shows it.",
            examples = "name: Security\ndefaultFor: [security]\n")
        String text) {}
