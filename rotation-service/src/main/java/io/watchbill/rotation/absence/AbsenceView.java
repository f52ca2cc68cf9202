package io.watchbill.rotation.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.cover.CoverView;
import io.watchbill.rotation.override.ShiftOverride;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An absence, with how its shifts are covered.
 *
 * @param reason null for callers who may not see it
 * @param warnings what the person should know
 * @param requests the cover requests that it opened
 * @param handedOver the shifts that others took over at once
 * @param uncovered the shifts that are still the absent person's
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Absence", description = "An absence, with how its shifts are covered.")
public record AbsenceView(
    UUID id,
    @Schema(examples = "alice") String person,
    @Schema(
            examples = "absence",
            enumeration = {"absence", "away"})
        String kind,
    Instant from,
    Instant to,
    @Schema(examples = "holidays") @Nullable String reason,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    @Nullable Instant withdrawnAt,
    @Schema(examples = "[\"notice is 3 days; 14 are recommended\"]") List<String> warnings,
    List<CoverView> requests,
    List<ShiftOverride> handedOver,
    List<Shift> uncovered) {

  /** A shift. */
  @RegisterForReflection
  @Schema(name = "AbsentShift")
  public record Shift(
      @Schema(examples = "security") String rotation,
      @Schema(examples = "primary") String role,
      Instant from,
      Instant to) {}
}
