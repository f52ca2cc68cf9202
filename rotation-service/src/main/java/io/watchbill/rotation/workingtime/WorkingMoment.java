package io.watchbill.rotation.workingtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer whether an instant is working time. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Whether an instant is working time.")
public record WorkingMoment(
    @Schema(examples = "2026-03-02T10:00:00Z") Instant at,
    @Schema(examples = "true") boolean working,
    @Schema(
            examples = "2026-03-02T16:00:00Z",
            description = "When the window ends; absent outside working time.")
        @Nullable Instant until,
    @Schema(description = "The next window after it; absent when there is none in ten years.")
        WorkingTimeView.@Nullable Item next) {}
