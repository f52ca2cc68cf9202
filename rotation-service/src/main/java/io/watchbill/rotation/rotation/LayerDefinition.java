package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.hours.Window;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of turns.
 *
 * @param start on the wall clock; may be absent when the layer has no cadence
 * @param cadence absent: the one turn lasts for ever
 * @param timeZone absent: that of the rotation
 * @param end on the wall clock; absent: never
 * @param on days of the week, such as {@code mon}; absent: all
 * @param restrictions absent: at all hours
 * @param exceptHolidays ids of holiday calendars
 * @param onlyHolidays ids of holiday calendars; absent: on other days too
 * @param turns each a person or a group, in order
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Layer",
    description =
        "Turn n begins at start + n × cadence on the wall clock and belongs to turns[n mod size]."
            + " Without a cadence the one turn lasts for ever. A day of the layer begins at the time"
            + " of day of its start, for 'on' and holidays too.")
public record LayerDefinition(
    @Schema(examples = "weekly", required = true) String name,
    @Schema(
            examples = "1",
            minimum = "0",
            maximum = "100",
            description =
                "While somebody is on call in a layer, those of the role with less priority are"
                    + " not at work; those with the same stand beside. 0 when absent.")
        Integer priority,
    @Schema(examples = "2026-01-05T09:00") String start,
    @Schema(examples = "2027-01-04T09:00", description = "On the wall clock; absent: never.")
        String end,
    CadenceDefinition cadence,
    @Schema(examples = "America/Los_Angeles") String timeZone,
    @Schema(
            examples = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
            description =
                "The days of the week on which the layer works; all when absent. With the unit day"
                    + " turns are counted in these days only.")
        List<String> on,
    @Schema(description = "The hours in which the layer works; all when absent.")
        List<Window> restrictions,
    @Schema(
            examples = "[\"de-be\"]",
            description = "Holiday calendars on whose days the layer does not work.")
        List<String> exceptHolidays,
    @Schema(
            examples = "[\"de-be\"]",
            description = "Holiday calendars on whose days alone the layer works.")
        List<String> onlyHolidays,
    @Schema(examples = "[[\"alice\"], [\"bob\"], [\"charlie\"]]", required = true)
        List<List<String>> turns) {

  /** The same with other turns. */
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
