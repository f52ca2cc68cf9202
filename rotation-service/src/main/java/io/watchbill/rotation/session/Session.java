package io.watchbill.rotation.session;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.access.Principal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its holder sees it; its token is known to the browser only. */
@RegisterForReflection
@Schema(name = "Session", description = "A browser in which somebody is signed in.")
@TemplateData
public record Session(
    @Schema(examples = "01990f6e-8c4b-7d2a-9f3e-5b6c7d8e9f01") UUID id,
    @Schema(
            examples = "person",
            enumeration = {"person", "automation"})
        String kind,
    @Schema(examples = "alice") String principal,
    @Schema(examples = "Firefox on Linux") String device,
    Instant createdAt,
    @Schema(description = "Updated at most once a minute.") Instant lastUsedAt,
    @Schema(description = "When it ends at the latest, however much it is used.")
        Instant expiresAt) {

  boolean isOf(Principal who) {
    return who.kind().wire().equals(kind) && who.id().equals(principal);
  }
}
