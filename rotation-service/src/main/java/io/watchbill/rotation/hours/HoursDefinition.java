package io.watchbill.rotation.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Working hours in the API.
 *
 * @param timeZone that of the person or rotation when absent; required for a team
 * @param holidays ids of holiday calendars; none when absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hours", description = "Hours that repeat every week, except on holidays.")
public record HoursDefinition(
    @Schema(
            examples = "Europe/Berlin",
            description = "That of the person or rotation when absent. Required for a team.")
        @Nullable String timeZone,
    @Schema(
            required = true,
            examples =
                "[{\"from\": \"mon 09:00\", \"to\": \"mon 17:00\"},"
                    + " {\"from\": \"tue 09:00\", \"to\": \"tue 17:00\"}]")
        List<HoursWindow> windows,
    @Schema(examples = "[\"de-be\"]", description = "Holiday calendars: no work on their days.")
        @Nullable List<String> holidays) {}
