package io.watchbill.escalation.engine;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is told because somebody asked.
 *
 * @param step the step of the policy that was taken before its hour; null if the target was chosen
 * @param told empty if all were told before
 */
@RegisterForReflection
@Schema(name = "Escalated")
public record Told(
    UUID incident,
    int round,
    @Schema(examples = "secondary") String step,
    @Schema(examples = "[\"bob\"]") List<String> told,
    @Schema(examples = "escalated by alice, out of depth") String reason) {}
