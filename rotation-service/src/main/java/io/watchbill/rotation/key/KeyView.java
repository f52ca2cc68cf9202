package io.watchbill.rotation.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key without its secret. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Key", description = "A key; its secret is shown once, when it is created.")
@TemplateData
public record KeyView(
    @Schema(examples = "k3Yx0aQ2bV1c") String id,
    @Schema(
            examples = "wb_k3Yx0aQ2bV1c_…",
            description = "The whole key; only in the response that creates it.")
        @Nullable String key,
    @Schema(examples = "automation") String kind,
    @Schema(examples = "nightly-report") String principal,
    @Schema(examples = "[\"viewer\"]") List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Schema(description = "Updated at most once a minute.") @Nullable Instant lastUsedAt) {

  KeyView withoutSecret() {
    return new KeyView(
        id, null, kind, principal, scopes, createdAt, expiresAt, revokedAt, lastUsedAt);
  }
}
