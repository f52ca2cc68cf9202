package io.watchbill.rotation.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to subscribe to.
 *
 * @param role only with a rotation
 * @param person instead of a rotation: all shifts of the person
 */
@Schema(
    name = "FeedBody",
    description = "Of a rotation, of one role of it, or of a person in all rotations.")
public record FeedBody(
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(examples = "alice") String person) {}
