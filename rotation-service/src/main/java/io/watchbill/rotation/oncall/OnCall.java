package io.watchbill.rotation.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.rotation.calendar.shift.Shift;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The people on call at an instant, and the roles that nobody holds. */
@RegisterForReflection
@Schema(description = "The people on call at an instant, and the roles that nobody holds.")
public record OnCall(List<Item> items, List<Vacancy> gaps) {

  /** People on call in a role. */
  @RegisterForReflection
  @Schema(name = "OnCall")
  public record Item(
      @Schema(examples = "security") String rotation,
      @Schema(examples = "primary") String role,
      @Schema(examples = "[\"alice\"]") List<String> people,
      @Schema(examples = "security/primary/weekly/1/46", description = "The id of the shift.")
          String shift,
      @Schema(description = "When the shift ends; null when no end is in sight.", nullable = true)
          @Nullable Instant until,
      @Schema(examples = "turn 46 of weekly") String reason,
      @Schema(nullable = true, description = "The next shift of the role with somebody else.")
          @Nullable Next next,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(
              description = "The shifts after the next one, when more than one ahead is requested.")
          @Nullable List<Next> then) {}

  /** A role that nobody holds. */
  @RegisterForReflection
  @Schema(name = "Vacancy")
  public record Vacancy(
      @Schema(examples = "security") String rotation,
      @Schema(examples = "primary") String role,
      @Schema(
              examples = "false",
              description = "Whether nobody should hold it now: outside business hours.")
          boolean byDesign,
      @Schema(nullable = true) @Nullable Next next) {}

  /** A coming shift. */
  @RegisterForReflection
  @Schema(name = "Next")
  public record Next(
      @Schema(examples = "[\"bob\"]") List<String> people,
      @Schema(examples = "security/primary/weekly/1/47") String shift,
      Instant start) {

    static Next of(Shift shift) {
      return new Next(shift.people(), shift.id().toString(), shift.span().start());
    }
  }
}
