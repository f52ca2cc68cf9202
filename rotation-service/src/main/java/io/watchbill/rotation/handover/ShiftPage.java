package io.watchbill.rotation.handover;

import io.watchbill.kit.page.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a shift shows.
 *
 * @param fields role, person, from and to of the shift, and what was typed; times are on the wall
 *     clock of the caller's zone
 * @param people who can be asked, by their ids
 * @param offers shifts of others that it can be swapped for
 * @param progress whether it has begun, or is over
 * @param once makes two presses one request
 */
public record ShiftPage(
    String rotation,
    String name,
    Map<String, String> fields,
    Map<String, String> people,
    List<Offer> offers,
    Progress progress,
    Optional<Refusal> refusal,
    String once) {

  /**
   * A shift of somebody else.
   *
   * @param value stands for it in the form
   * @param person their name
   */
  public record Offer(String value, String person, String role, Instant from, Instant until) {}

  /** How far a shift is: what is over cannot be covered, what has begun cannot be swapped. */
  public enum Progress {
    AHEAD,
    BEGUN,
    OVER;

    /** Returns whether it can still be swapped. */
    public boolean isAhead() {
      return this == AHEAD;
    }

    /** Returns whether nothing of it can be handed over. */
    public boolean isOver() {
      return this == OVER;
    }
  }

  /** Returns what a field holds. */
  public String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  /** Returns who holds the shift. */
  public String holder() {
    return people.getOrDefault(typed("person"), typed("person"));
  }
}
