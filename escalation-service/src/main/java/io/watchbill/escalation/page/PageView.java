package io.watchbill.escalation.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page in the API.
 *
 * @param handover 0 for the step's own; else the number of the shift change that it follows
 */
@RegisterForReflection
@Schema(name = "Page")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageView(
    UUID id,
    UUID incident,
    int round,
    @Schema(examples = "main") String purpose,
    @Schema(examples = "main") String branch,
    @Schema(examples = "primary") String step,
    int run,
    int repetition,
    @Schema(
            description =
                "0 for the step's own page; else the number of the shift change that it follows",
            examples = "0")
        int handover,
    @Schema(examples = "alice") String target,
    @Schema(examples = "person", description = "person, webhook or last-resort") String targetKind,
    @Schema(examples = "security") @Nullable String rotation,
    @Schema(examples = "primary") @Nullable String role,
    @Schema(
            examples =
                "on call as primary of security until Mon 30 Nov 09:00 PST; step “primary”,"
                    + " immediately")
        String reason,
    Instant due,
    Instant createdAt) {}
