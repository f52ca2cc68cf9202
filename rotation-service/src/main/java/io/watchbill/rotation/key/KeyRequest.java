package io.watchbill.rotation.key;

import io.watchbill.rotation.input.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a key.
 *
 * @param scopes for an automation: its rights for all teams, at least one; for an integration
 *     nothing or {@code ingest}; for others nothing
 * @param expiresAt never when absent
 */
@Schema(description = "A key to create.")
public record KeyRequest(
    @Schema(
            examples = "automation",
            required = true,
            enumeration = {"person", "integration", "service", "automation"})
        @NotNull(message = "the kind must be one of person, integration, service, automation")
        @Pattern(
            regexp = "person|integration|service|automation",
            message = "the kind must be one of person, integration, service, automation")
        String kind,
    @Schema(examples = "nightly-report", required = true)
        @NotNull(message = "the id of the principal is required: " + Id.RULE)
        @Pattern(regexp = Id.PATTERN, message = Id.RULE)
        String principal,
    @Schema(examples = "[\"viewer\"]") @Size(max = 20, message = "a key has at most 20 scopes")
        List<@NotNull(message = "a scope must be a word") String> scopes,
    @Schema(examples = "2027-12-31T00:00:00Z") @Nullable String expiresAt) {

  public KeyRequest {
    scopes = scopes == null ? List.of() : scopes;
  }
}
