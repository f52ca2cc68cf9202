package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;
import java.util.Optional;

/**
 * An override: one person stands in for another or for whoever is on call, or nobody does.
 *
 * <p>It is judged on the people whom the definition puts on call, never on the outcome of another
 * override: A for B and B for C do not make C stand in for A. Where two meet, the later one in the
 * rotation's list holds.
 *
 * @param replaces the person who is relieved; empty for whoever is on call
 * @param person the person who takes over; empty when the relieved leave a hole
 * @param reason why, in the words of the one who asked
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

  /** Whether nobody takes over. */
  public boolean removes() {
    return person.isEmpty();
  }
}
