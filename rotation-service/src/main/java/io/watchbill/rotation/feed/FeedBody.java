package io.watchbill.rotation.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a feed.
 *
 * @param role only with a rotation
 * @param person instead of a rotation: all shifts of the person
 */
@Schema(
    name = "FeedBody",
    description = "A feed of a rotation, of one of its roles, or of a person in all rotations.")
public record FeedBody(
    @Schema(examples = "security") @Nullable String rotation,
    @Schema(examples = "primary") @Nullable String role,
    @Schema(examples = "alice") @Nullable String person) {}
