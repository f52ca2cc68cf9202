package io.watchbill.escalation.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact method as it is shown.
 *
 * @param address only to the person and to admins
 * @param secret shown once, when the server has made it
 */
@RegisterForReflection
@Schema(name = "ContactMethod")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
    @Schema(examples = "mail") String id,
    @Schema(examples = "email") String kind,
    @Schema(examples = "alice@example.org") String address,
    String secret) {}
