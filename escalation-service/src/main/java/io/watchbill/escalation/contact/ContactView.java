package io.watchbill.escalation.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact method as it is shown.
 *
 * @param address only to the person and to admins
 * @param verifiedAt when a code that was sent there came back; absent if none has
 * @param secret shown once, when the server has made it
 */
@RegisterForReflection
@Schema(name = "ContactMethod")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
    @Schema(examples = "mail") String id,
    @Schema(examples = "email") String kind,
    @Schema(examples = "alice@example.org") String address,
    @Schema(examples = "2026-03-02T09:03:12Z") Instant verifiedAt,
    String secret) {}
