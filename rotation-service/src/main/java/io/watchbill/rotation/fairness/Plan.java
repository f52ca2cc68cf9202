package io.watchbill.rotation.fairness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would make the watch of a role fairer. Nothing of it holds until somebody makes the
 * overrides.
 */
@RegisterForReflection
@Schema(name = "FairnessPlan", description = "What would make the watch of a role fairer.")
public record Plan(
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(
            description =
                "Hours from 90 days back to the end of the plan, as it stands; those on holidays of"
                    + " the person count twice.")
        List<Load> before,
    @Schema(description = "The same with all proposals.") List<Load> after,
    List<Proposal> proposals) {

  /** The hours of a person. */
  @RegisterForReflection
  @Schema(name = "FairnessLoad")
  public record Load(
      @Schema(examples = "alice") String person, @Schema(examples = "240") long hours) {}

  /** An override, in the form in which it is made. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProposedOverride", description = "POST it to the rotation's overrides.")
  public record Proposal(
      @Schema(examples = "primary") String role,
      @Schema(examples = "replace") String kind,
      @Schema(examples = "dave") String person,
      @Schema(examples = "alice") String replaces,
      Instant from,
      Instant to,
      @Schema(examples = "evens out: alice has 240 h, dave has 96 h") String reason) {}
}
