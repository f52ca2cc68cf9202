package io.watchbill.escalation.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.escalation.HeldView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of a dry run.
 *
 * @param pages who would be paged, in order
 * @param steps each step that would end, with its reason
 * @param waiting the steps that would not be taken, each with its reason
 * @param held the steps that would wait for working hours or for somebody to come on call
 * @param alarms the alarms that would be raised
 */
@RegisterForReflection
@Schema(name = "DryRun")
@TemplateData
public record DryRunView(
    List<Paged> pages,
    List<Step> steps,
    List<NotTaken> waiting,
    List<HeldView> held,
    List<Alarm> alarms) {

  /** Somebody who would be paged. */
  @RegisterForReflection
  @Schema(name = "DryRunPage")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Paged(
      Instant at,
      @Schema(examples = "alice") String target,
      @Schema(examples = "primary") String step,
      @Schema(examples = "main") String branch,
      @Schema(description = "When the person's shift ends") @Nullable Instant onCallUntil,
      @Schema(
              examples =
                  "on call as primary of security until Mon 30 Nov 09:00 PST; step “primary”,"
                      + " immediately")
          String reason) {}

  /** A step that would end. */
  @RegisterForReflection
  @Schema(name = "DryRunStep")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @TemplateData
  public record Step(
      @Nullable Instant at, String step, int run, int repetition, String outcome, String reason) {}

  /** A step that would not be taken, and why. */
  @RegisterForReflection
  @Schema(name = "DryRunNotTaken")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @TemplateData
  public record NotTaken(
      @Schema(examples = "CEO, if it is public") String step,
      int run,
      int repetition,
      @Nullable Instant due,
      String reason) {}

  /** An alarm. */
  @RegisterForReflection
  @Schema(name = "DryRunAlarm")
  public record Alarm(Instant at, String kind, String reason) {}
}
