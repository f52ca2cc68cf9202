package io.watchbill.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One request of the incoming log.
 *
 * @param status the HTTP status of the answer
 * @param incident the first incident that it opened or changed
 * @param cut whether only the beginning of the body is stored
 */
@RegisterForReflection
@Schema(name = "IncomingRequest")
@TemplateData
public record RequestView(
    UUID id,
    @Schema(examples = "prometheus") String integration,
    Instant receivedAt,
    @Schema(enumeration = {"accepted", "refused", "oversized"}) String outcome,
    @Schema(examples = "The body is not JSON: line 1, column 2.") String detail,
    @Schema(examples = "200") int status,
    int alerts,
    @Schema(examples = "INC-12") @Nullable String incident,
    @Nullable UUID replayOf,
    @Nullable String contentType,
    @Schema(examples = "Alertmanager/0.28.1") @Nullable String userAgent,
    long size,
    boolean cut,
    @Schema(description = "Only when one request is asked for.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String body) {

  RequestView withBody(byte[] bytes) {
    return new RequestView(
        id,
        integration,
        receivedAt,
        outcome,
        detail,
        status,
        alerts,
        incident,
        replayOf,
        contentType,
        userAgent,
        size,
        cut,
        new String(bytes, StandardCharsets.UTF_8));
  }
}
