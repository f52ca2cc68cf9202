package io.watchbill.rotation.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription to shifts as a calendar.
 *
 * @param url with its secret: only in the answer that makes it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A subscription to shifts as a calendar (iCalendar), by a secret address.")
public record Feed(
    UUID id,
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(examples = "alice") String person,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    Instant revokedAt,
    @Schema(
            examples = "http://localhost:8081/v1/feeds/k3Yx0aQ2bV1c/shifts.ics",
            description = "Shown once, when it is made: whoever has it reads the shifts.")
        URI url) {

  Feed at(URI address) {
    return new Feed(id, rotation, role, person, author, createdAt, revokedAt, address);
  }
}
