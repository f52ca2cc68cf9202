package io.watchbill.escalation.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page as a channel sends it. */
public record Message(Envelope envelope, Incident incident, Page page, Instant at) {

  /**
   * The incident that the page is about.
   *
   * @param title null for a restricted incident
   * @param severity null while its facts cannot be read
   */
  public record Incident(
      UUID id,
      @Nullable String reference,
      @Nullable String title,
      @Nullable String severity,
      @Nullable String link) {}

  /**
   * Who is paged, and why.
   *
   * @param target as data: the id of the person, or {@code webhook:<id>}
   * @param name of the target, as people say it
   * @param role null unless the target was found by a role
   * @param acknowledge the signed link
   */
  public record Page(
      UUID id,
      String step,
      String target,
      String name,
      @Nullable String role,
      String reason,
      String acknowledge) {}

  /** Returns one line that names the incident and what is the matter. */
  public String headline() {
    boolean hasTitle = incident.title() != null && !incident.title().isBlank();
    return "%s%s: %s"
        .formatted(
            incident.severity() == null ? "" : "[" + incident.severity() + "] ",
            incident.reference() == null ? incident.id() : incident.reference(),
            hasTitle ? incident.title() : "restricted incident");
  }
}
