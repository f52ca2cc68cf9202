package io.watchbill.rotation.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.override.ShiftOverride;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of importing a schedule.
 *
 * @param made the overrides created
 * @param unchanged the number of events whose person is on call anyway
 * @param notUnderstood the events that name nobody, or several people, or whose times are unknown
 */
@RegisterForReflection
@Schema(description = "The result of importing a schedule.")
public record RosterImported(
    List<ShiftOverride> made,
    @Schema(examples = "12", description = "Events whose person is on call anyway.") int unchanged,
    List<Unknown> notUnderstood) {

  /** An event that was skipped. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "UnknownEvent")
  public record Unknown(
      @Schema(examples = "On call: Zoe") String summary,
      @Nullable Instant from,
      @Nullable Instant to,
      @Schema(examples = "it names nobody known") String why) {}
}
