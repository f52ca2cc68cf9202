package io.watchbill.rotation.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Working hours as people write them.
 *
 * @param timeZone absent: that of the person or rotation; a team must name one
 * @param holidays ids of holiday calendars; absent means none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The same hours every week, but on no holiday.")
public record Hours(
    @Schema(
            examples = "Europe/Berlin",
            description = "Absent: that of the person or rotation. A team must name one.")
        String timeZone,
    @Schema(
            required = true,
            examples =
                "[{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"},"
                    + " {\"from\": \"tue 09:00\", \"to\": \"tue 17:00\"}]")
        List<Window> windows,
    @Schema(examples = "[\"de-be\"]", description = "Holiday calendars: no work on their days.")
        List<String> holidays) {}
