package io.watchbill.rotation.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.override.ShiftOverride;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a schedule.
 *
 * @param made the overrides that make the rotation as the schedule is
 * @param unchanged how many events found their person on call already
 * @param notUnderstood the events that name nobody, or more than one person, or whose times are
 *     unknown
 */
@RegisterForReflection
@Schema(description = "What came of a schedule that was taken over.")
public record RosterImported(
    List<ShiftOverride> made,
    @Schema(examples = "12", description = "Events whose person is on call then anyway.")
        int unchanged,
    List<Unknown> notUnderstood) {

  /** An event of which nothing came. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "UnknownEvent")
  public record Unknown(
      @Schema(examples = "On call: Zoe") String summary,
      Instant from,
      Instant to,
      @Schema(examples = "it names nobody who is known") String why) {}
}
