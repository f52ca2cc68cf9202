package io.watchbill.escalation.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact method in the API.
 *
 * @param address shown only to the person and to admins
 * @param verifiedAt when it was verified by a code; absent if not verified
 * @param secret shown once, when it was generated
 */
@RegisterForReflection
@Schema(name = "ContactMethod")
@JsonInclude(JsonInclude.Include.NON_NULL)
@TemplateData
public record ContactView(
    @Schema(examples = "mail") String id,
    @Schema(examples = "email") String kind,
    @Schema(examples = "alice@example.org") @Nullable String address,
    @Schema(examples = "2026-03-02T09:03:12Z") @Nullable Instant verifiedAt,
    @Nullable String secret) {}
