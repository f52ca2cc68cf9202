package io.watchbill.rotation.swap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.override.HeldShift;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A swap, in the API. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Swap", description = "Two people trade shifts.")
@TemplateData
public record SwapView(
    UUID id,
    @Schema(examples = "security") String rotation,
    Side give,
    Side take,
    @Schema(examples = "school holidays") String reason,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    @Schema(
            examples = "proposed",
            enumeration = {"proposed", "accepted", "declined", "withdrawn"})
        String state,
    @Nullable Instant settledAt,
    @Nullable List<UUID> overrides) {

  /** A stretch of somebody's shifts. */
  @RegisterForReflection
  @Schema(name = "SwapSide")
  public record Side(
      @Schema(examples = "alice") String person,
      @Schema(examples = "primary") String role,
      Instant from,
      Instant to) {

    static Side of(HeldShift side) {
      return new Side(side.person(), side.role(), side.span().start(), side.span().end());
    }
  }

  static SwapView of(Swap swap) {
    return new SwapView(
        swap.id(),
        swap.rotation(),
        Side.of(swap.give()),
        Side.of(swap.take()),
        swap.authorship().reason(),
        swap.authorship().author(),
        swap.authorship().at(),
        Swap.stateName(swap.state()),
        Swap.settledAt(swap.state()),
        swap.overrides().isEmpty() ? null : swap.overrides());
  }
}
