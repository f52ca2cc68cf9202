package io.watchbill.rotation.person;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.input.Text;
import io.watchbill.rotation.input.Zone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people may change of themselves; what is absent stays as it is. */
@Schema(description = "What people may change of themselves; what is absent stays as it is.")
public record PersonChange(
    @Schema(examples = "Alice", minLength = 1, maxLength = Text.NAME)
        @Line(max = Text.NAME, message = Text.NAME_RULE)
        @Nullable String name,
    @Schema(examples = "America/Los_Angeles") @Zone @Nullable String timeZone) {}
