package io.watchbill.rotation.team;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person may be made a member of a team.
 *
 * @param author who agreed: the person, or somebody with rights over them
 */
@RegisterForReflection
@Schema(name = "MembershipConsent", description = "A person may be made a member of a team.")
public record Consent(
    @Schema(examples = "security") String team,
    @Schema(examples = "person:alice") String author,
    @Schema(examples = "2026-03-02T09:03:12Z") Instant createdAt) {}
