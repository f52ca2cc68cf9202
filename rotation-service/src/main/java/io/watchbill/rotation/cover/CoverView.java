package io.watchbill.rotation.cover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.CoverState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cover request in the API.
 *
 * @param asked the person asked, when it is a single one
 * @param takenBy who has the shift now
 * @param overrides the overrides created when it was taken
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverRequest", description = "Somebody asks others to take over their shift.")
@TemplateData
public record CoverView(
    UUID id,
    @Schema(examples = "security") String rotation,
    @Schema(examples = "primary") String role,
    @Schema(examples = "alice") String person,
    @Schema(examples = "team") String who,
    @Schema(examples = "bob") @Nullable String asked,
    @Schema(examples = "true", description = "Whether candidates are asked one after the other.")
        boolean urgent,
    @Schema(examples = "[\"bob\"]", description = "The candidates asked so far.")
        @Nullable List<String> askedInTurn,
    Instant from,
    Instant to,
    @Schema(examples = "family dinner") String reason,
    @Schema(examples = "person:alice") String author,
    Instant createdAt,
    @Schema(
            examples = "open",
            enumeration = {"open", "taken", "withdrawn"})
        String state,
    @Schema(examples = "bob") @Nullable String takenBy,
    @Nullable Instant settledAt,
    @Nullable List<UUID> overrides,
    @Nullable UUID absence) {

  static CoverView of(CoverRequest request) {
    return new CoverView(
        request.id(),
        request.rotation(),
        request.shift().role(),
        request.shift().person(),
        CoverRequest.who(request.ask().audience()),
        request.ask().audience() instanceof Audience.OnePerson one ? one.person() : null,
        request.ask().urgent(),
        request.ask().urgent() ? request.ask().inTurn() : null,
        request.shift().span().start(),
        request.shift().span().end(),
        request.authorship().reason(),
        request.authorship().author(),
        request.authorship().at(),
        CoverRequest.stateName(request.state()),
        request.state() instanceof CoverState.Taken taken ? taken.person() : null,
        settledAt(request.state()),
        request.overrides().isEmpty() ? null : request.overrides(),
        request.absence().orElse(null));
  }

  private static @Nullable Instant settledAt(CoverState state) {
    return switch (state) {
      case CoverState.Open open -> null;
      case CoverState.Taken taken -> taken.at();
      case CoverState.Withdrawn withdrawn -> withdrawn.at();
    };
  }
}
