package io.watchbill.escalation.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An escalation in the API.
 *
 * @param policy absent if there was none
 * @param choice why this policy
 * @param held due steps that wait for working time or for somebody to come on call
 * @param nextDue when it is evaluated next; absent while only a change of facts can matter
 */
@RegisterForReflection
@Schema(name = "Escalation")
@JsonInclude(JsonInclude.Include.NON_NULL)
@TemplateData
public record EscalationView(
    UUID id,
    UUID incident,
    int round,
    @Schema(examples = "main") String purpose,
    @Schema(examples = "security") @Nullable String policy,
    @Schema(examples = "default policy of team 'security'") String choice,
    @Schema(examples = "running") String state,
    Instant startedAt,
    @Nullable Instant nextDue,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    List<Taken> steps,
    List<HeldView> held) {

  /**
   * A repetition of a step that ended.
   *
   * @param outcome paged, nobody-reached if no target has a contact method, skipped or not-taken;
   *     merged if an older version decided
   * @param paged the targets that were paged, with their contact methods
   */
  @RegisterForReflection
  @Schema(name = "StepOutcome")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @TemplateData
  public record Taken(
      @Schema(examples = "primary") String step,
      @Schema(examples = "main") String branch,
      int run,
      int repetition,
      @Schema(examples = "paged") String outcome,
      @Nullable Instant due,
      Instant decidedAt,
      String reason,
      List<Paged> paged) {}

  /**
   * A target that was paged.
   *
   * @param by the kinds of its contact methods; empty if it has none
   */
  @RegisterForReflection
  @Schema(name = "StepTarget")
  public record Paged(
      @Schema(examples = "alice") String target,
      @Schema(examples = "[\"email\"]") List<String> by) {}
}
