package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.time.Span;

/**
 * A time in which nobody holds a role.
 *
 * @param byDesign whether nobody should: it lies outside the rotation's business hours
 */
public record Gap(String role, Span span, boolean byDesign) {

  /** Creates a gap in which somebody should hold the role. */
  public Gap(String role, Span span) {
    this(role, span, false);
  }
}
