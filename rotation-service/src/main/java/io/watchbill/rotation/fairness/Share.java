package io.watchbill.rotation.fairness;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person's share of the shifts.
 *
 * @param weekendHours the hours on Saturday and Sunday where the person lives
 * @param nightHours the hours from 22:00 to 06:00 where the person lives
 * @param holidayHours the hours on holidays of the person's working hours
 * @param absentHours how long they were absent
 * @param extraHours the hours taken from others
 * @param skippedHours the hours that others took from them
 */
@RegisterForReflection
@Schema(description = "One person's share of the shifts; hours are rounded down.")
@TemplateData
public record Share(
    @Schema(examples = "alice") String person,
    @Schema(examples = "4") int shifts,
    @Schema(examples = "672") long hours,
    @Schema(examples = "192") long weekendHours,
    @Schema(examples = "224") long nightHours,
    @Schema(examples = "24", description = "Of the hours, those on holidays of the person.")
        long holidayHours,
    @Schema(examples = "168", description = "How long they were absent.") long absentHours,
    @Schema(examples = "24", description = "Taken from others.") long extraHours,
    @Schema(examples = "0", description = "Taken over by others.") long skippedHours) {}
