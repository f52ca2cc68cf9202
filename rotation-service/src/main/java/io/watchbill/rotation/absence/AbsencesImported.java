package io.watchbill.rotation.absence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an import.
 *
 * @param items the absences that were added
 * @param notUnderstood the events whose times could not be determined
 */
@RegisterForReflection
@Schema(description = "The result of importing absences.")
public record AbsencesImported(List<AbsenceView> items, List<NotUnderstood> notUnderstood) {}
