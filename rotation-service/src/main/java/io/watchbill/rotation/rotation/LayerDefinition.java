package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.hours.HoursWindow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A layer: a list of turns.
 *
 * @param start on the wall clock; may be absent when the layer has no cadence
 * @param cadence the one turn lasts forever when absent
 * @param timeZone that of the rotation when absent
 * @param end on the wall clock; never when absent
 * @param on days of the week, such as {@code mon}; all when absent
 * @param restrictions all hours when absent
 * @param exceptHolidays ids of holiday calendars
 * @param onlyHolidays ids of holiday calendars; on other days too when absent
 * @param turns each a person or a group, in order
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Layer",
    description =
        "Turn n begins at start + n × cadence on the wall clock and belongs to turns[n "
            + "mod size]. Without a cadence the one turn lasts forever. A day of the layer "
            + "begins at the time of day of its start, for 'on' and holidays too.")
public record LayerDefinition(
    @Schema(examples = "weekly", required = true) String name,
    @Schema(
            examples = "1",
            minimum = "0",
            maximum = "100",
            description =
                "While somebody is on call in a layer, layers of the role with a lower "
                    + "priority are off; layers with the same priority are on call together. "
                    + "0 when absent.")
        @Nullable Integer priority,
    @Schema(examples = "2026-01-05T09:00") @Nullable String start,
    @Schema(examples = "2027-01-04T09:00", description = "On the wall clock; never when absent.")
        @Nullable String end,
    @Nullable CadenceDefinition cadence,
    @Schema(examples = "America/Los_Angeles") @Nullable String timeZone,
    @Schema(
            examples = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
            description =
                "The days of the week on which the layer is at work; all when absent. "
                    + "With the unit day, turns are counted in these days only.")
        @Nullable List<String> on,
    @Schema(description = "The hours in which the layer is at work; all when absent.")
        @Nullable List<HoursWindow> restrictions,
    @Schema(
            examples = "[\"de-be\"]",
            description = "Holiday calendars on whose days the layer is not at work.")
        @Nullable List<String> exceptHolidays,
    @Schema(
            examples = "[\"de-be\"]",
            description = "Holiday calendars on whose days alone the layer is at work.")
        @Nullable List<String> onlyHolidays,
    @Schema(examples = "[[\"alice\"], [\"bob\"], [\"charlie\"]]", required = true)
        List<List<String>> turns) {

  /** Returns the layer with other turns. */
  public LayerDefinition withTurns(List<List<String>> others) {
    return new LayerDefinition(
        name,
        priority,
        start,
        end,
        cadence,
        timeZone,
        on,
        restrictions,
        exceptHolidays,
        onlyHolidays,
        others);
  }
}
