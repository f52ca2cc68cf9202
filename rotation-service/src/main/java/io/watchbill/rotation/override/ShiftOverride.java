package io.watchbill.rotation.override;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An override in the API.
 *
 * @param to its end: the instant of withdrawal, when it was withdrawn
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Override",
    description = "Somebody else is on call, nobody is, or one more person is.")
public record ShiftOverride(
    UUID id,
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(examples = "replace") OverrideKind kind,
    @Schema(examples = "bob") @Nullable String person,
    @Schema(examples = "alice") @Nullable String replaces,
    Instant from,
    Instant to,
    @Schema(examples = "family dinner") String reason,
    @Schema(examples = "person:carol") String author,
    Instant createdAt,
    @Nullable Instant withdrawnAt) {

  Span span() {
    return new Span(from, to);
  }

  /** Returns the rotation with this override as the latest one. */
  Rotation in(Rotation rotation) {
    List<Replacement> replacements = new ArrayList<>(rotation.replacements());
    List<Addition> additions = new ArrayList<>(rotation.additions());
    switch (kind) {
      case ADD ->
          additions.add(new Addition(id.toString(), role, span(), requireNonNull(person), reason));
      case REPLACE, REMOVE ->
          replacements.add(
              new Replacement(
                  id.toString(),
                  role,
                  span(),
                  Optional.ofNullable(replaces),
                  Optional.ofNullable(person),
                  reason));
    }
    return new Rotation(rotation.id(), rotation.versions(), replacements, additions);
  }
}
