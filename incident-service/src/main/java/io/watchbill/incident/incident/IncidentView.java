package io.watchbill.incident.incident;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.lifecycle.SlaClock;
import io.watchbill.incident.lifecycle.State;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incident as the API shows it. A field that does not apply is null. */
@RegisterForReflection
@Schema(name = "Incident")
@TemplateData
public record IncidentView(
    UUID id,
    @Schema(examples = "INC-12") String reference,
    @Schema(examples = "Many failed logins on bastion-1") String title,
    Severity severity,
    @Schema(examples = "[\"ransomware\"]") Set<String> tags,
    @Schema(examples = "security") String team,
    @Schema(
            description =
                "Set on the incident; without one the team's or the fallback policy pages.")
        @Nullable String policy,
    @Schema(examples = "prometheus") @Nullable String integration,
    @Schema(enumeration = {"triggered", "acknowledged", "resolved"}) String state,
    @Schema(description = "Grows whenever somebody must be paged again.") int round,
    @Schema(description = "Grows with every change that matters for paging.") long version,
    Instant createdAt,
    AnchorsView anchors,
    @Schema(description = "Who acknowledged; only while acknowledged.")
        @Nullable Acknowledgement acknowledged,
    @Schema(description = "Who or what resolved it; only while resolved.")
        @Nullable Resolution resolved,
    @Schema(description = "Until when nobody is paged, and why; only while muted or snoozed.")
        @Nullable MuteView mute,
    Clocks clocks,
    @Schema(description = "Whether retention leaves it alone.") boolean legalHold,
    String link) {

  /** The instants of the current round from which the steps of a policy are counted. */
  @RegisterForReflection
  @Schema(name = "Anchors")
  @TemplateData
  public record AnchorsView(
      Instant triggered,
      @Nullable Instant acknowledged,
      Instant lastUpdate,
      Instant severityChange) {}

  /** Who acknowledged, when, by which channel. */
  @RegisterForReflection
  @TemplateData
  public record Acknowledgement(
      @Schema(examples = "alice") String by,
      Instant at,
      @Schema(examples = "link") String channel) {}

  /** Who resolved, when, by which channel; and until when repeats of alerts do not reopen. */
  @RegisterForReflection
  @TemplateData
  public record Resolution(
      @Schema(examples = "alice") String by,
      Instant at,
      @Schema(examples = "api") String channel,
      @Schema(enumeration = {"by-hand", "by-alerts"}) String how,
      @Nullable Instant suppressedUntil) {}

  /** Until when nobody is paged, who muted, and why. */
  @RegisterForReflection
  @Schema(name = "Mute")
  public record MuteView(
      @Schema(enumeration = {"mute", "snooze"}) String kind,
      Instant until,
      @Schema(examples = "The disk is being changed") String reason,
      @Schema(examples = "alice") String by) {}

  /** The clocks of the current round. */
  @RegisterForReflection
  public record Clocks(ClockView acknowledge) {}

  /** One clock. */
  @RegisterForReflection
  @Schema(name = "Clock")
  @TemplateData
  public record ClockView(
      Instant dueAt,
      @Schema(enumeration = {"running", "met", "breached", "stopped"}) String status,
      @Nullable Instant acknowledgedAt) {}

  static IncidentView of(Incident incident, Instant now, String link) {
    Lifecycle life = incident.lifecycle();
    return new IncidentView(
        incident.id(),
        incident.reference(),
        incident.title(),
        life.severity(),
        life.tags(),
        incident.team(),
        incident.policy().orElse(null),
        incident.integration().orElse(null),
        life.state().kind().word(),
        life.round(),
        incident.version(),
        incident.createdAt(),
        new AnchorsView(
            life.anchors().triggered(),
            life.anchors().acknowledged().orElse(null),
            life.anchors().lastUpdate(),
            life.anchors().severityChange()),
        acknowledgement(life.state()).orElse(null),
        resolution(life.state()).orElse(null),
        life.mute().map(IncidentView::mute).orElse(null),
        new Clocks(clock(life, now)),
        incident.legalHold(),
        link);
  }

  private static Optional<Acknowledgement> acknowledgement(State state) {
    return state instanceof Acknowledged(Actor by, Instant at)
        ? Optional.of(new Acknowledgement(by.id(), at, by.channel()))
        : Optional.empty();
  }

  private static Optional<Resolution> resolution(State state) {
    return state instanceof Resolved resolved
        ? Optional.of(resolution(resolved))
        : Optional.empty();
  }

  private static Resolution resolution(Resolved resolved) {
    return new Resolution(
        resolved.by().id(),
        resolved.at(),
        resolved.by().channel(),
        word(resolved.how()),
        resolved.suppressedUntil().orElse(null));
  }

  private static MuteView mute(Mute mute) {
    return new MuteView(mute.kind().word(), mute.until(), mute.reason(), mute.by().id());
  }

  private static ClockView clock(Lifecycle life, Instant now) {
    Optional<Instant> stopped =
        life.state() instanceof Resolved resolved ? Optional.of(resolved.at()) : Optional.empty();
    SlaClock clock = life.clock();
    return new ClockView(clock.due(), word(clock.status(now, stopped)), clock.met().orElse(null));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
