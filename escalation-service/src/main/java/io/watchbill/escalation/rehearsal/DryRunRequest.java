package io.watchbill.escalation.rehearsal;

import io.watchbill.kit.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The incident of a dry run.
 *
 * @param at when it would be triggered; now if absent
 * @param acknowledged who would acknowledge, and when; nobody if absent
 */
@Schema(name = "DryRunRequest")
public record DryRunRequest(
    IncidentFacts facts,
    @Schema(examples = "2026-12-24T02:00:00Z") @Nullable Instant at,
    List<IncidentFacts.Acknowledgement> acknowledged) {
  private static final int MOST = 50;

  /** Replaces an absent list by an empty one. */
  public DryRunRequest {
    acknowledged = acknowledged == null ? List.of() : List.copyOf(acknowledged);
  }

  /**
   * Refuses a request that is not valid.
   *
   * @throws Problem that says what is missing
   */
  void check() {
    if (facts == null || facts.severity() == null) {
      throw Problem.invalid("/facts/severity", "The severity of the incident is needed.");
    }
    if (acknowledged.size() > MOST) {
      throw Problem.invalid("/acknowledged", "A list of at most " + MOST + " is expected.");
    }
  }
}
