package io.watchbill.escalation.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that paging needs to know of an incident. Newer versions of the incident-service may send
 * more. A restricted incident has only reference, severity and link.
 *
 * @param round begins anew at trigger, reopen, un-acknowledge and the like; the anchors belong to
 *     it
 * @param began when its alerts began, as their sender says; null from older versions
 * @param mutedUntil nobody is paged before this instant; null if not muted
 * @param legalHold whether retention leaves it alone
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
@TemplateData
public record IncidentSnapshot(
    UUID id,
    long version,
    int round,
    @Nullable String reference,
    String title,
    @Nullable String severity,
    List<String> tags,
    @Nullable String type,
    boolean restricted,
    String state,
    @Nullable String team,
    @Nullable String policy,
    @Nullable String commander,
    @Nullable String acknowledgedBy,
    @Nullable Instant began,
    Anchors anchors,
    @Nullable Sla sla,
    @Nullable Instant mutedUntil,
    @Nullable String link,
    boolean legalHold) {

  /** The instants of the round from which steps count. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Anchors(
      Instant triggered,
      @Nullable Instant acknowledged,
      @Nullable Instant lastUpdate,
      @Nullable Instant severityChange) {

    /** Returns when it was acknowledged; when it was triggered, if the sender has not said. */
    public Instant acknowledgedOrTriggered() {
      return acknowledged == null ? triggered : acknowledged;
    }
  }

  /** The clocks of the current severity. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Sla(@Nullable Duration acknowledge) {}

  /**
   * Checks that the snapshot is complete.
   *
   * @throws IllegalArgumentException that says what is missing
   */
  public IncidentSnapshot {
    if (id == null || version < 1 || round < 1 || state == null) {
      throw new IllegalArgumentException("a snapshot has id, version, round and state");
    }
    if (anchors == null || anchors.triggered() == null) {
      throw new IllegalArgumentException("a snapshot has anchors.triggered");
    }
    tags = tags == null ? List.of() : tags.stream().map(IncidentSnapshot::storable).toList();
    reference = storable(reference);
    title = storable(title);
    team = storable(team);
    policy = storable(policy);
    acknowledgedBy = storable(acknowledgedBy);
  }

  /** Returns a stand-in for a stored snapshot that cannot be read, with all that its page knows. */
  public static IncidentSnapshot unreadable(UUID id, int round, Instant triggered) {
    return new IncidentSnapshot(
        id,
        1,
        round,
        null,
        "an incident whose facts cannot be read",
        null,
        List.of(),
        null,
        true,
        "triggered",
        null,
        null,
        null,
        null,
        null,
        new Anchors(triggered, null, null, null),
        null,
        null,
        null,
        false);
  }

  /** Replaces NUL, which Postgres does not store: a page must not be lost for it. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  @JsonIgnore
  public boolean isResolved() {
    return IncidentState.RESOLVED.is(state);
  }

  @JsonIgnore
  public boolean isAcknowledged() {
    return IncidentState.ACKNOWLEDGED.is(state);
  }

  /** Returns whether nobody is paged at the instant: muted, snoozed or under maintenance. */
  public boolean isMutedAt(Instant at) {
    return mutedUntil != null && mutedUntil.isAfter(at);
  }
}
