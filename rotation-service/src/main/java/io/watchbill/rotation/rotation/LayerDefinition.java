package io.watchbill.rotation.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of turns.
 *
 * @param start on the wall clock; may be absent when the layer has no cadence
 * @param cadence absent: the one turn lasts for ever
 * @param timeZone absent: that of the rotation
 * @param turns each a person or a group, in order
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Layer",
    description =
        "Turn n begins at start + n × cadence on the wall clock and belongs to turns[n mod size]."
            + " Without a cadence the one turn lasts for ever.")
public record LayerDefinition(
    @Schema(examples = "weekly", required = true) String name,
    @Schema(examples = "2026-01-05T09:00") String start,
    CadenceDefinition cadence,
    @Schema(examples = "America/Los_Angeles") String timeZone,
    @Schema(examples = "[[\"alice\"], [\"bob\"], [\"charlie\"]]", required = true)
        List<List<String>> turns) {}
