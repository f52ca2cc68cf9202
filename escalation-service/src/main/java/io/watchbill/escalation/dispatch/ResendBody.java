package io.watchbill.escalation.dispatch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a message is to be sent again; the timeline says so. */
@RegisterForReflection
@Schema(name = "ResendRequest")
public record ResendBody(
    @Line(max = 500, severalLines = true, blank = true)
        @Schema(examples = "The mail server is back")
        @Nullable String reason) {}
