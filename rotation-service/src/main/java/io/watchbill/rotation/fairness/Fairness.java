package io.watchbill.rotation.fairness;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a rotation's shifts are shared over a range. */
@RegisterForReflection
@Schema(description = "How a rotation's shifts are shared over a range, by person.")
public record Fairness(
    @Schema(examples = "security") String rotation, Instant from, Instant to, List<Share> people) {}
