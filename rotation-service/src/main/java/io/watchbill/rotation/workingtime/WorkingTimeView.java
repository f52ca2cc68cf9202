package io.watchbill.rotation.workingtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works, cut to the requested range.
 *
 * @param always set when no hours are configured: then the one item is the whole range
 * @param items by start; none overlaps or touches another; without holidays
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkingTime", description = "When somebody works, cut to the requested range.")
public record WorkingTimeView(
    @Schema(examples = "Europe/Berlin") String zone,
    @Schema(
            examples = "true",
            description = "Present, and true, when no hours are configured at all.")
        @Nullable Boolean always,
    List<Item> items) {

  /** A time of work. */
  @RegisterForReflection
  @Schema(name = "WorkingWindow", description = "A time of work; start included, end excluded.")
  public record Item(
      @Schema(examples = "2026-03-02T08:00:00Z") Instant from,
      @Schema(examples = "2026-03-02T16:00:00Z") Instant to) {

    static Item of(Span span) {
      return new Item(span.start(), span.end());
    }
  }

  static WorkingTimeView of(WorkingHours hours, Span range) {
    return new WorkingTimeView(
        hours.zone().getId(),
        hours.always() ? true : null,
        hours.within(range).stream().map(Item::of).toList());
  }
}
