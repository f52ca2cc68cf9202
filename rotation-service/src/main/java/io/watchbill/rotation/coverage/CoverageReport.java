package io.watchbill.rotation.coverage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with the shift of a rotation in the time to come, and how good it is. */
@RegisterForReflection
@Schema(description = "What is wrong with the shift of a rotation in the time to come.")
public record CoverageReport(
    @Schema(examples = "security") String rotation,
    Instant from,
    Instant to,
    Score score,
    @Schema(description = "By start; at most 1,000.") List<Finding> findings,
    @Schema(
            examples = "[]",
            description = "People of whom the escalation-service did not say how they are reached.")
        List<String> contactUnknown) {}
