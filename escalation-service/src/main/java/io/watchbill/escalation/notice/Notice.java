package io.watchbill.escalation.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a person should hear of. Fields and kinds that are not known are taken as they
 * are.
 *
 * @param id the same however often it is sent
 * @param person who is told; null when it is whoever holds the role of the rotation then
 * @param at the instant that it is about; may be null
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Notice(
    UUID id,
    String kind,
    String person,
    String rotation,
    String role,
    String title,
    String text,
    Instant at) {
  private static final int LONGEST = 4_000;

  Notice {
    kind = kind == null ? "notice" : kind;
    text = text == null ? "" : cut(text);
    title = title == null || title.isBlank() ? kind : cut(title);
  }

  /** What it lacks; empty if nothing. */
  Optional<String> lacks() {
    if (id == null) {
      return Optional.of("data.id is needed");
    }
    boolean somebody = person != null || (rotation != null && role != null);
    return somebody
        ? Optional.empty()
        : Optional.of("data.person is needed, or data.rotation with data.role");
  }

  private static String cut(String any) {
    return any.length() <= LONGEST ? any : any.substring(0, LONGEST - 1) + "…";
  }
}
