package io.watchbill.rotation.hours;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of every week, in the API. */
@RegisterForReflection
@Schema(
    description =
        "A part of every week on the wall clock, start included, end excluded. It ends "
            + "in the next week where 'to' is not later in the week than 'from'.")
public record HoursWindow(
    @Schema(examples = "mon 09:00", required = true) String from,
    @Schema(examples = "mon 17:00", required = true) String to) {}
