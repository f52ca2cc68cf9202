package io.watchbill.escalation.alarm;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alarm in the API. */
@RegisterForReflection
@Schema(name = "Alarm")
@TemplateData
public record AlarmView(
    UUID id,
    UUID incident,
    int round,
    @Schema(examples = "nobody-on-call") String kind,
    @Schema(examples = "main", description = "Branch of the escalation") String branch,
    Instant raisedAt,
    String reason) {}
