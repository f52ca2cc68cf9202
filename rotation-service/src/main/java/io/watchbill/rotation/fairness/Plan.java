package io.watchbill.rotation.fairness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.rotation.Rotation;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would make the shift of a role fairer. Nothing of it holds until somebody makes the
 * overrides.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FairnessPlan", description = "What would make the shift of a role fairer.")
public record Plan(
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(
            description =
                "Hours from 90 days back to the end of the plan, as it stands; those on holidays of"
                    + " the person count twice.")
        List<Load> before,
    @Schema(description = "The same with all proposals.") List<Load> after,
    List<Proposal> proposals,
    @Schema(
            description =
                "A change of the definition that gets at least half way to what the overrides"
                    + " reach; absent when there is none, while a later version is ahead, and for a role"
                    + " that follows another.")
        NewVersion version) {

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

  /**
   * A definition, in the form in which it is put.
   *
   * @param ifMatch the edition of the rotation that it was made of
   * @param after the hours with it and without the overrides
   */
  @RegisterForReflection
  @Schema(
      name = "ProposedVersion",
      description =
          "To accept it, PUT the definition to the rotation with this If-Match: once the rotation"
              + " has changed that is refused. POST it to the rotation's preview to see what it does.")
  public record NewVersion(
      @Schema(examples = "\"7\"") String ifMatch,
      Rotation definition,
      List<Load> after,
      @Schema(
              examples =
                  "[\"one change instead of 4 overrides\", \"hours were up to 312 apart, then 24\"]")
          List<String> reasons) {}
}
