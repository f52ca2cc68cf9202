package io.watchbill.kit.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event between services: CloudEvents 1.0, JSON format.
 *
 * @param traceparent continues the trace of what the event reports (CloudEvents' extension for
 *     distributed tracing)
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record CloudEvent(
    @Schema(examples = "1.0") String specversion,
    @Schema(examples = "01a204e1-88ea-72e4-a572-ade8ac74a63b") String id,
    @Schema(examples = "/rotation-service") String source,
    @Schema(examples = "rotation.changed") String type,
    @Schema(examples = "security") @Nullable String subject,
    @Schema(examples = "2026-12-24T17:00:00Z") @Nullable Instant time,
    @Schema(examples = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String traceparent,
    @Nullable JsonNode data) {

  /** Returns the same event as a part of a span; null for none. */
  CloudEvent within(@Nullable String span) {
    return new CloudEvent(specversion, id, source, type, subject, time, span, data);
  }
}
