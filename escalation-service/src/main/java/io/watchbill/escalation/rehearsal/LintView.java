package io.watchbill.escalation.rehearsal;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The findings of linting a policy. */
@RegisterForReflection
@Schema(name = "Lint")
public record LintView(List<Found> findings) {

  /** One finding. */
  @RegisterForReflection
  @Schema(name = "LintFinding")
  @TemplateData
  public record Found(
      @Schema(examples = "hole-in-coverage") String kind,
      @Schema(examples = "/steps/2") String pointer,
      @Schema(examples = "secondary") String step,
      @Schema(
              examples =
                  "nobody is on call as secondary of security from Thu 24 Dec 17:00 UTC until Sun"
                      + " 27 Dec 08:00 UTC")
          String detail) {}
}
