package io.watchbill.rotation.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.cover.CoverView;
import io.watchbill.rotation.override.ShiftOverride;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An absence, and what becomes of the shift meanwhile.
 *
 * @param reason null for those whom it does not concern
 * @param warnings what the person should mind
 * @param requests for cover that it opened
 * @param handedOver what others have taken over at once
 * @param uncovered what is still the absent person's shift
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Absence", description = "An absence, and what becomes of the shift meanwhile.")
public record AbsenceView(
    UUID id,
    @Schema(examples = "alice") String person,
    @Schema(
            examples = "absence",
            enumeration = {"absence", "away"})
        String kind,
    Instant from,
    Instant to,
    @Schema(examples = "holidays") String reason,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    Instant withdrawnAt,
    @Schema(examples = "[\"notice is 3 days; 14 are asked for\"]") List<String> warnings,
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
