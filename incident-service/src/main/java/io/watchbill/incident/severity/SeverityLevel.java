package io.watchbill.incident.severity;

import io.quarkus.qute.TemplateData;
import io.watchbill.incident.lifecycle.Severity;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a severity, and the times allowed.
 *
 * @param responseInBusinessTime whether the response's time is counted in business time only; a day
 *     of it is a business day
 */
@Schema(description = "One severity of the catalogue.")
@TemplateData
public record SeverityLevel(
    @Schema(examples = "P1") Severity id,
    @Schema(examples = "High") String name,
    @Schema(examples = "Attack in progress") String meaning,
    @Schema(examples = "PT15M", type = SchemaType.STRING) Duration acknowledge,
    @Schema(examples = "PT30M", type = SchemaType.STRING) Duration response,
    boolean responseInBusinessTime,
    @Schema(examples = "PT8H", type = SchemaType.STRING) Duration resolution,
    @Schema(
            description =
                "An acknowledgement ends this long after the last update of a person, and a new round"
                    + " pages again; null: never.",
            examples = "PT2H",
            type = SchemaType.STRING)
        @Nullable Duration acknowledgementTimeout) {}
