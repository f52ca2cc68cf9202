package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;
import java.util.Optional;

/**
 * An override: one person takes over from another, or from everybody on call, or nobody takes over.
 *
 * <p>Overrides apply to the people whom the definition puts on call, never to the result of another
 * override: A for B and B for C do not make A replace C. Where two overlap, the later one in the
 * rotation's list wins.
 *
 * @param replaces the person who is relieved; empty for everybody on call
 * @param person the person who takes over; empty for a gap
 * @param reason the reason given by its author
 */
public record Replacement(
    String id,
    String role,
    Span span,
    Optional<String> replaces,
    Optional<String> person,
    String reason) {

  public boolean relieves(String onCall) {
    return replaces.map(onCall::equals).orElse(true);
  }

  /** Returns whether nobody takes over. */
  public boolean removes() {
    return person.isEmpty();
  }
}
