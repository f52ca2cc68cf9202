package io.watchbill.incident.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.text.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that open an incident or act on one. */
public interface IncidentBodies {
  String ID = "[a-z0-9-]{1,63}";
  String ID_MESSAGE = "An id has 1 to 63 characters of a-z, 0-9 and '-'.";
  int TITLE = 300;
  int TEXT = 10_000;

  /** An incident that a person opens by hand. */
  @RegisterForReflection
  @Schema(name = "NewIncident")
  record Open(
      @NotNull(message = "A title of 1 to 300 characters is needed.")
          @Line(max = TITLE, message = "A title is one line of 1 to 300 characters")
          @Schema(examples = "Customer reports strange logins", minLength = 1, maxLength = TITLE)
          String title,
      @NotNull(message = "One of P0, P1, P2, P3 is needed.") Severity severity,
      @NotNull(message = "The id of a team is needed.")
          @Pattern(regexp = ID, message = ID_MESSAGE)
          @Schema(examples = "security")
          String team,
      @Pattern(regexp = ID, message = ID_MESSAGE)
          @Schema(description = "Only if a policy other than the team's should page.")
          @Nullable String policy,
      @Size(max = 50, message = "At most 50 tags.") @Schema(examples = "[\"data-breach\"]")
          @Nullable
              List<
                  @NotNull @Size(max = 64) @Line(max = 64, message = "A tag has 1 to 64 characters")
                  String>
              tags) {

    List<String> tagsOrNone() {
      return tags == null ? List.of() : tags;
    }

    Optional<String> policyIfAny() {
      return Optional.ofNullable(policy);
    }
  }

  /** A note with an action. */
  @RegisterForReflection
  record Note(
      @Line(
              max = TEXT,
              blank = true,
              severalLines = true,
              message = "A note has at most 10000 characters")
          @Schema(examples = "Looking into it", maxLength = TEXT)
          @Nullable String note) {

    static @Nullable String of(@Nullable Note note) {
      return note == null || note.note == null ? null : clean(note.note);
    }
  }

  /** The new severity and the reason. */
  @RegisterForReflection
  record SeverityChange(
      @NotNull(message = "One of P0, P1, P2, P3 is needed.") Severity severity,
      @NotNull(message = "A reason is needed.")
          @Line(max = TEXT, severalLines = true, message = "A reason has 1 to 10000 characters")
          @Schema(examples = "Only a test machine", minLength = 1, maxLength = TEXT)
          String reason) {}

  /** The new team or policy and the reason. */
  @RegisterForReflection
  record Assignment(
      @Pattern(regexp = ID, message = ID_MESSAGE)
          @Schema(description = "The current team if absent.", examples = "database")
          @Nullable String team,
      @Pattern(regexp = ID, message = ID_MESSAGE)
          @Schema(description = "The team's policy if absent.")
          @Nullable String policy,
      @NotNull(message = "A reason is needed.")
          @Line(max = TEXT, severalLines = true, message = "A reason has 1 to 10000 characters")
          @Schema(examples = "It is their disk", minLength = 1, maxLength = TEXT)
          String reason) {}

  /** The reason of an action. */
  @RegisterForReflection
  @Schema(name = "Because")
  record Because(
      @NotNull(message = "A reason is needed.")
          @Line(max = TEXT, severalLines = true, message = "A reason has 1 to 10000 characters")
          @Schema(examples = "Case 2026-17, as counsel asked", minLength = 1, maxLength = TEXT)
          String reason) {}

  /** The end of a mute or snooze and the reason. */
  @RegisterForReflection
  record Silence(
      @NotNull(message = "An end is needed.") @Schema(examples = "2026-12-24T08:00:00Z")
          Instant until,
      @NotNull(message = "A reason is needed.")
          @Line(max = TEXT, severalLines = true, message = "A reason has 1 to 10000 characters")
          @Schema(examples = "The disk is being changed", minLength = 1, maxLength = TEXT)
          String reason) {

    static final Duration LONGEST = Duration.ofDays(31);

    /**
     * Returns the end.
     *
     * @throws Problem if it is past or far away
     */
    Instant untilAfter(Instant now) {
      if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
        throw Problem.invalid("/until", "The end must be in the future, at most 31 days from now.");
      }
      return until.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** The tags that replace the present ones. */
  @RegisterForReflection
  record TagsChange(
      @NotNull(message = "A list is needed; an empty one removes all tags.")
          @Size(max = 50, message = "At most 50 tags.")
          @Schema(examples = "[\"ransomware\", \"vpn\"]")
          List<
                  @NotNull @Size(max = 64) @Line(max = 64, message = "A tag has 1 to 64 characters")
                  String>
              tags) {}

  /** A comment. */
  @RegisterForReflection
  record Comment(
      @NotNull(message = "A text is needed.")
          @Line(max = TEXT, severalLines = true, message = "A text has 1 to 10000 characters")
          @Schema(examples = "The address belongs to our scanner.", minLength = 1, maxLength = TEXT)
          String text) {}

  static String clean(String text) {
    return new Cleaner().text(text, TEXT);
  }
}
