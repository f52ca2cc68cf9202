package io.watchbill.escalation.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message for a person without a page. Unknown fields and kinds are accepted.
 *
 * @param id the same for every repetition of the event
 * @param person the receiver; null for the people on call in the role of the rotation
 * @param at the instant that it is about; may be null
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Notice(
    UUID id,
    String kind,
    @Nullable String person,
    @Nullable String rotation,
    @Nullable String role,
    String title,
    String text,
    @Nullable Instant at) {
  private static final int LONGEST = 4_000;

  Notice {
    kind = kind == null ? "notice" : kind;
    text = text == null ? "" : cut(text);
    title = title == null || title.isBlank() ? kind : cut(title);
  }

  /** Returns what is missing; empty if nothing. */
  Optional<String> missing() {
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
