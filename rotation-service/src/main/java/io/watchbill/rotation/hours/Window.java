package io.watchbill.rotation.hours;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of every week, as people write it. */
@RegisterForReflection
@Schema(
    description =
        "A part of every week on the wall clock, start included, end not. It goes over the week's"
            + " end where 'to' is not later in the week than 'from'.")
public record Window(
    @Schema(examples = "mon 09:00", required = true) String from,
    @Schema(examples = "mon 17:00", required = true) String to) {}
