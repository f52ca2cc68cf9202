package io.watchbill.rotation.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All grants of a principal. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Grants", description = "All grants of a principal.")
public record GrantSet(
    @Schema(readOnly = true, examples = "person") String kind,
    @Schema(readOnly = true, examples = "alice") String principal,
    @Schema(required = true)
        @NotNull(message = "a list of grants is required; an empty one removes all grants")
        @Size(max = 500, message = "at most 500 grants are allowed")
        List<@NotNull(message = "a grant is required here, not null") @Valid Grant> grants) {

  /**
   * One grant.
   *
   * @param team for all teams when absent
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Grant")
  @TemplateData
  public record Grant(
      @Schema(
              examples = Rights.RESPONDER,
              required = true,
              enumeration = {
                Rights.VIEWER,
                Rights.RESPONDER,
                Rights.MANAGER,
                Rights.COMMUNICATIONS,
                Rights.LEGAL,
                Rights.AUDITOR,
                Rights.ADMIN
              })
          @NotNull(message = Grant.RULE)
          @Pattern(
              regexp = "viewer|responder|manager|communications|legal|auditor|admin",
              message = Grant.RULE)
          String right,
      @Schema(examples = "security", description = "For all teams when absent.")
          @Pattern(regexp = Id.PATTERN, message = Id.RULE)
          @Nullable String team) {
    static final String RULE =
        "a right is one of viewer, responder, manager, communications, legal, auditor, admin";

    /**
     * Returns the grant that a form names.
     *
     * @param team for all teams when empty
     */
    public static Grant of(@Nullable String right, @Nullable String team) {
      if (right == null || !Rights.grantable().contains(right)) {
        throw Problem.invalid("/right", RULE);
      }
      return new Grant(right, team == null || team.isBlank() ? null : team);
    }
  }
}
