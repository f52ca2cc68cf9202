package io.watchbill.incident.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One entry of an incident's timeline, as the API shows it.
 *
 * @param sequence its place in the timeline
 * @param at when it happened
 * @param recordedAt when it was stored
 */
@RegisterForReflection
@Schema(name = "TimelineEntry")
@TemplateData
public record TimelineEntry(
    UUID id,
    @Schema(
            description = "Its place in the incident's timeline: 1, 2, 3, …, without gaps.",
            examples = "3")
        long sequence,
    @Schema(examples = "acknowledged") String kind,
    Instant at,
    Instant recordedAt,
    By by,
    @Schema(examples = "acknowledged by alice (sms)") String text,
    @Schema(type = SchemaType.OBJECT, description = "The exact values, for programs.")
        JsonNode data) {

  /** Who did it, and by which channel. */
  @RegisterForReflection
  @Schema(name = "Actor")
  @TemplateData
  public record By(
      @Schema(examples = "person") String kind,
      @Schema(examples = "alice") String id,
      @Schema(examples = "sms") String channel) {}
}
