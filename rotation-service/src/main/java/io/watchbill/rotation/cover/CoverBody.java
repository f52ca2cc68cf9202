package io.watchbill.rotation.cover;

import io.watchbill.kit.text.Line;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request for cover of a shift, or of a part of one.
 *
 * @param person who is on call; the caller when absent
 * @param ask who is asked; the team when absent
 * @param urgent whether candidates are asked one after the other
 * @param from now when absent
 */
@Schema(
    name = "CoverRequestBody",
    description = "A request for cover of a shift, or of a part of one.")
public record CoverBody(
    @Schema(examples = "primary", required = true) @NotNull(message = "a role is required")
        String role,
    @Schema(examples = "alice", description = "The person on call; the caller when absent.")
        @Nullable String person,
    @Schema(description = "Who is asked; the team when absent.") @Nullable Ask ask,
    @Schema(
            examples = "false",
            description =
                "When true, candidates are asked one after the other, every five "
                    + "minutes the next, until somebody takes it. Absent people are skipped, "
                    + "people on call elsewhere come last. Everybody asked so far may still "
                    + "take it.")
        boolean urgent,
    @Schema(examples = "2026-12-24T08:00:00Z", description = "Now when absent.")
        @Nullable String from,
    @Schema(examples = "2026-12-25T08:00:00Z", required = true) String to,
    @Schema(examples = "family dinner", required = true, minLength = 1, maxLength = Text.REASON)
        @NotNull(message = "a reason is required")
        @Line(max = Text.REASON, message = "a reason has 1 to 500 characters")
        String reason) {

  /** The audience of a cover request: a person, the team, or anyone. */
  @Schema(description = "Who is asked: the named person, the team, or anyone.")
  public record Ask(
      @Schema(examples = "bob") @Nullable String person,
      @Schema(
              examples = "team",
              enumeration = {"person", "team", "anyone"})
          @Nullable String who) {}

  Audience audience() {
    return CoverRequest.audience(
        ask == null || ask.who() == null
            ? (ask != null && ask.person() != null ? "person" : "team")
            : ask.who(),
        ask == null ? null : ask.person());
  }
}
