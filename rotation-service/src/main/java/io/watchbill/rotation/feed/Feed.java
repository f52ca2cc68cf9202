package io.watchbill.rotation.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed of shifts for calendar programs.
 *
 * @param url its secret address; present only in the response that creates it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A feed of shifts for calendar programs (iCalendar), with a secret address.")
@TemplateData
public record Feed(
    UUID id,
    @Schema(examples = "security") @Nullable String rotation,
    @Schema(examples = "primary") @Nullable String role,
    @Schema(examples = "alice") @Nullable String person,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    @Nullable Instant revokedAt,
    @Schema(
            examples = "http://localhost:8081/v1/feeds/k3Yx0aQ2bV1c/shifts.ics",
            description =
                "Shown once, when the feed is created: everybody who has it can read the "
                    + "shifts.")
        @Nullable URI url) {

  Feed at(URI address) {
    return new Feed(id, rotation, role, person, author, createdAt, revokedAt, address);
  }
}
