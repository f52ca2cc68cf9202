package io.watchbill.rotation.fairness;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one person stood of the shift.
 *
 * @param weekendHours of them on Saturday and Sunday where the person lives
 * @param nightHours of them from 22:00 to 06:00 where the person lives
 * @param holidayHours of them on holidays of the person's working hours
 * @param absentHours in which they said that they are absent
 * @param extraHours of them that the definition dealt to somebody else
 * @param skippedHours that the definition dealt to them and others stood
 */
@RegisterForReflection
@Schema(description = "What one person stood of the shift; hours are rounded down.")
public record Share(
    @Schema(examples = "alice") String person,
    @Schema(examples = "4") int shifts,
    @Schema(examples = "672") long hours,
    @Schema(examples = "192") long weekendHours,
    @Schema(examples = "224") long nightHours,
    @Schema(examples = "24", description = "Of the hours, those on holidays of the person.")
        long holidayHours,
    @Schema(examples = "168", description = "In which they said that they are absent.")
        long absentHours,
    @Schema(examples = "24", description = "Stood for others.") long extraHours,
    @Schema(examples = "0", description = "Stood by others for them.") long skippedHours) {}
