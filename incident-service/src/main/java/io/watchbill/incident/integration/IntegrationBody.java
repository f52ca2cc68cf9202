package io.watchbill.incident.integration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.text.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** An integration as it is configured; an absent field has its default. */
@RegisterForReflection
@Schema(name = "NewIntegration")
public record IntegrationBody(
    @Schema(description = "Chosen once, never changed.", examples = "prometheus")
        @Pattern(regexp = ID, message = ID_MESSAGE)
        @Nullable String id,
    @NotNull(message = "A name is needed.")
        @Line(max = 200, message = "A name has 1 to 200 characters")
        @Schema(examples = "Prometheus of the shop", minLength = 1, maxLength = 200)
        String name,
    @NotNull(message = "The kind 'alertmanager' is needed.")
        @Pattern(regexp = "alertmanager", message = "The only kind so far is 'alertmanager'.")
        @Schema(examples = "alertmanager")
        String kind,
    @NotNull(message = "The id of a team is needed.")
        @Pattern(regexp = ID, message = ID_MESSAGE)
        @Schema(examples = "security")
        String team,
    @Pattern(regexp = ID, message = ID_MESSAGE)
        @Schema(description = "Policy of its incidents, if not the team's.")
        @Nullable String policy,
    @Size(max = 100, message = "At most 100 words.")
        @Schema(
            description =
                "The sender's words for severities; they take precedence over the usual ones.",
            examples = "{\"sev-1\": \"P0\"}")
        @Nullable Map<@Line(max = 100) String, @NotNull Severity> severities,
    @Schema(description = "Severity of alerts whose word is unknown or missing. P2 if absent.")
        @Nullable Severity defaultSeverity,
    @Schema(description = "Whether the last resolved alert resolves the incident. True if absent.")
        @Nullable Boolean resolveWithAlerts,
    @DurationMin(seconds = 0, message = "The duration is not negative.")
        @DurationMax(days = 366, message = "The duration is at most P366D.")
        @Schema(
            type = SchemaType.STRING,
            description =
                "How long repeats do not reopen an incident resolved by hand. PT24H if absent.",
            examples = "PT24H")
        @Nullable Duration suppressAfterResolve,
    @DurationMin(minutes = 1, message = "The duration is at least PT1M.")
        @DurationMax(days = 366, message = "The duration is at most P366D.")
        @Schema(
            type = SchemaType.STRING,
            description =
                "An acknowledgement ends this long after the last update of a person, and a new round"
                    + " pages again. The severity's time-out if absent.",
            examples = "PT2H")
        @Nullable Duration acknowledgementTimeout) {

  static final String ID = "[a-z0-9-]{1,63}";
  static final String ID_MESSAGE = "An id has 1 to 63 characters of a-z, 0-9 and '-'.";

  /** Writes everything that may change into a row. */
  void onto(IntegrationEntity row) {
    row.name = name;
    row.kind = kind;
    row.team = team;
    row.policy = policy;
    row.severities = severities == null ? Map.of() : severities;
    row.defaultSeverity = defaultSeverity == null ? Severity.P2 : defaultSeverity;
    row.resolveWithAlerts = resolveWithAlerts == null || resolveWithAlerts;
    row.suppressAfterResolve =
        (suppressAfterResolve == null ? Duration.ofHours(24) : suppressAfterResolve).toString();
    row.acknowledgementTimeout =
        acknowledgementTimeout == null ? null : acknowledgementTimeout.toString();
  }
}
