package io.watchbill.rotation.holiday;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A holiday. */
@RegisterForReflection
@Schema(name = "Holiday")
public record HolidayDay(
    @Schema(examples = "2026-12-25") LocalDate day,
    @Schema(examples = "Christmas Day") String name) {}
