package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.time.Span;
import java.util.List;

/**
 * People on call, from one instant until another.
 *
 * @param people at least one, each once
 */
public record Shift(ShiftId id, List<String> people, Span span, ShiftReason reason) {

  public Shift {
    people = List.copyOf(people);
  }

  /** Returns the role they hold. */
  public String role() {
    return id.role();
  }
}
