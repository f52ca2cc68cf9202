package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.time.Span;
import java.util.List;

/**
 * People on call, from an instant until another.
 *
 * @param people at least one, each once
 */
public record Shift(ShiftId id, List<String> people, Span span, Reason reason) {

  public Shift {
    people = List.copyOf(people);
  }

  /** The role they hold. */
  public String role() {
    return id.role();
  }
}
