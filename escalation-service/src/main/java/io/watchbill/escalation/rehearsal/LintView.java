package io.watchbill.escalation.rehearsal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the author of a policy may not have meant. */
@RegisterForReflection
@Schema(name = "Lint")
public record LintView(List<Found> findings) {

  /** One finding. */
  @RegisterForReflection
  @Schema(name = "LintFinding")
  public record Found(
      @Schema(examples = "hole-in-coverage") String kind,
      @Schema(examples = "/steps/2") String pointer,
      @Schema(examples = "secondary") String step,
      @Schema(
              examples =
                  "nobody is on call as secondary of security from 2026-12-24T17:00:00Z to"
                      + " 2026-12-27T08:00:00Z")
          String detail) {}
}
