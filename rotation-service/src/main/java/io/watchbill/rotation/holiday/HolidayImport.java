package io.watchbill.rotation.holiday;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an imported file. */
@RegisterForReflection
@Schema(description = "What came of an imported file.")
public record HolidayImport(
    @Schema(examples = "42", description = "How many holidays the calendar has now.") int days,
    @Schema(examples = "0", description = "Events left out: cancelled ones, those with a time.")
        int ignored,
    @Schema(description = "Events of which it cannot be said on which days they are.")
        List<NotUnderstood> notUnderstood) {}
