package io.watchbill.escalation.rehearsal;

import io.watchbill.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An incident to rehearse.
 *
 * @param at when it would be triggered; now if left out
 */
@Schema(name = "DryRunRequest")
public record DryRunRequest(Facts facts, @Schema(examples = "2026-12-24T02:00:00Z") Instant at) {

  /**
   * What would be known of it.
   *
   * @param acknowledgeSla of its severity; an hour if left out
   */
  @Schema(name = "DryRunFacts")
  public record Facts(
      @Schema(examples = "P1") String severity,
      @Schema(examples = "[\"ransomware\"]") List<String> tags,
      @Schema(
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
              examples = "PT15M")
          Duration acknowledgeSla) {

    /** Checks the values. */
    public Facts {
      tags = tags == null ? List.of() : List.copyOf(tags);
      boolean fits =
          acknowledgeSla == null
              || (!acknowledgeSla.isNegative()
                  && !acknowledgeSla.isZero()
                  && acknowledgeSla.compareTo(Duration.ofDays(366)) <= 0);
      if (!fits) {
        throw new IllegalArgumentException("acknowledgeSla is longer than PT0S, at most P366D");
      }
    }
  }

  /** The same, complete. */
  DryRunRequest checked(Instant now) {
    if (facts == null || facts.severity() == null) {
      throw Problem.invalid("/facts/severity", "The severity of the incident is needed.");
    }
    return new DryRunRequest(facts, at == null ? now : at);
  }
}
