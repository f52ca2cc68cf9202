package io.watchbill.rotation.coverage;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The problems of a rotation's coming shifts, and a score. */
@RegisterForReflection
@Schema(description = "The problems of a rotation's coming shifts, and a score.")
@TemplateData
public record CoverageReport(
    @Schema(examples = "security") String rotation,
    Instant from,
    Instant to,
    Score score,
    @Schema(description = "By start; at most 1,000.") List<CoverageFinding> findings,
    @Schema(
            examples = "[]",
            description = "People whose contact methods the escalation service did not return.")
        List<String> contactUnknown) {}
