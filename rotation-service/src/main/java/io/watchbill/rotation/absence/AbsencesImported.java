package io.watchbill.rotation.absence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a calendar file.
 *
 * @param items the absences that were added
 * @param notUnderstood the events of which it cannot be said when they happen
 */
@RegisterForReflection
@Schema(description = "What came of the absences of a calendar file.")
public record AbsencesImported(List<AbsenceView> items, List<NotUnderstood> notUnderstood) {}
