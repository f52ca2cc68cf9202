package io.watchbill.rotation.fairness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.rotation.RotationView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that makes the shifts of a role fairer. Nothing changes until somebody creates the
 * overrides.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FairnessPlan", description = "What would make the shifts of a role fairer.")
public record Plan(
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(
            description =
                "Hours from 90 days back to the end of the plan as things are now; "
                    + "hours on the person's holidays count twice.")
        List<Load> before,
    @Schema(description = "The same after all proposals.") List<Load> after,
    List<Proposal> proposals,
    @Schema(
            description =
                "A change of the definition that achieves at least half of what the "
                    + "overrides do; absent when there is none, while a later version is "
                    + "planned, and for a role that follows another.")
        @Nullable NewVersion version) {

  /** The hours of a person. */
  @RegisterForReflection
  @Schema(name = "FairnessLoad")
  public record Load(
      @Schema(examples = "alice") String person, @Schema(examples = "240") long hours) {}

  /** An override, in the form of a request. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ProposedOverride", description = "POST it to the rotation's overrides.")
  public record Proposal(
      @Schema(examples = "primary") String role,
      @Schema(examples = "replace") String kind,
      @Schema(examples = "dave") String person,
      @Schema(examples = "alice") @Nullable String replaces,
      Instant from,
      Instant to,
      @Schema(examples = "evens out: alice has 240 h, dave has 96 h") String reason) {}

  /**
   * A definition, in the form of a request.
   *
   * @param ifMatch the ETag of the rotation that it is based on
   * @param after the hours with it and without the overrides
   */
  @RegisterForReflection
  @Schema(
      name = "ProposedVersion",
      description =
          "To accept it, PUT the definition to the rotation with this If-Match; that "
              + "is refused once the rotation has changed. POST it to the rotation's preview "
              + "to see its effect.")
  public record NewVersion(
      @Schema(examples = "\"7\"") @Nullable String ifMatch,
      RotationView definition,
      List<Load> after,
      @Schema(
              examples =
                  "[\"one change instead of 4 overrides\", \"hours were up to 312 apart, then 24\"]")
          List<String> reasons) {}
}
