package io.watchbill.rotation.holiday;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of importing holidays. */
@RegisterForReflection
@Schema(description = "The result of importing holidays.")
public record HolidayImport(
    @Schema(examples = "42", description = "How many holidays the calendar has now.") int days,
    @Schema(
            examples = "0",
            description = "Events left out: cancelled ones, and those with a time of day.")
        int ignored,
    @Schema(description = "Events whose days could not be determined.")
        List<NotUnderstood> notUnderstood) {}
