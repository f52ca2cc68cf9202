package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.hours.HoursDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rotation in the API.
 *
 * @param effectiveFrom only in requests: when the change takes effect; now when absent
 * @param version only in responses: the number of the version shown
 * @param since only in responses: when that version takes effect
 * @param inForce only in responses: the number of the version in force now
 * @param author only in responses: who made that version
 * @param madeAt only in responses: when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Rotation",
    description =
        "Who is on call, by roles. A change creates a new version that continues after "
            + "the people on call; the past never changes.")
@TemplateData
public record RotationView(
    @Schema(examples = "security") @Nullable String id,
    @Schema(examples = "Security", required = true) String name,
    @Schema(examples = "security", required = true) String team,
    @Schema(examples = "America/Los_Angeles", required = true) String timeZone,
    @Schema(
            examples = "always",
            enumeration = {"always", "business_hours"},
            description =
                "business_hours: outside 'hours' nobody is on call by design, and gaps "
                    + "there are marked so. 'always' when absent.")
        @Nullable String mode,
    @Schema(description = "The working hours of the rotation; those of its team when absent.")
        @Nullable HoursDefinition hours,
    @Schema(description = "People who take turns only for a time; all others always do.")
        @Nullable List<ParticipantDefinition> participants,
    @Schema(required = true) List<RoleDefinition> roles,
    @Schema(
            examples = "2026-12-01T00:00:00Z",
            description = "When the change takes effect; now when absent, never in the past.")
        @Nullable String effectiveFrom,
    @Schema(readOnly = true, examples = "1") @Nullable Integer version,
    @Schema(readOnly = true) @Nullable Instant since,
    @Schema(readOnly = true, examples = "1") @Nullable Integer inForce,
    @Schema(readOnly = true, examples = "person:carol", description = "Who made the version.")
        @Nullable String author,
    @Schema(readOnly = true, description = "When the version was made.") @Nullable Instant madeAt,
    @Schema(readOnly = true) @Nullable Instant archivedAt,
    @Schema(readOnly = true, examples = "alice") @Nullable String archivedBy,
    @Schema(
            readOnly = true,
            examples = "true",
            description = "It was archived without checking which policies still name it.")
        @Nullable Boolean archivedUnchecked) {

  /** Returns the ids of the holiday calendars that it names. */
  public Set<String> holidayCalendars() {
    return definition().holidayCalendars();
  }

  RotationDefinition definition() {
    return new RotationDefinition(timeZone, mode, hours, participants, roles);
  }
}
