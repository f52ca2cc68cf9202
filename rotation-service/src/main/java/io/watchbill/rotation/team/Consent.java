package io.watchbill.rotation.team;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person's consent to be made a member of a team.
 *
 * @param author who agreed: the person, or somebody who may act for them
 */
@RegisterForReflection
@Schema(
    name = "MembershipConsent",
    description = "A person's consent to be made a member of a team.")
@TemplateData
public record Consent(
    @Schema(examples = "security") String team,
    @Schema(examples = "person:alice") String author,
    @Schema(examples = "2026-03-02T09:03:12Z") Instant createdAt) {}
