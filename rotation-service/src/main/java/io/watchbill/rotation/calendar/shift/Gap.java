package io.watchbill.rotation.calendar.shift;

import io.watchbill.rotation.calendar.time.Span;

/**
 * A time in which nobody holds a role.
 *
 * @param byDesign whether nobody should: it lies outside the hours that the rotation keeps
 */
public record Gap(String role, Span span, boolean byDesign) {

  /** A time in which somebody should hold the role. */
  public Gap(String role, Span span) {
    this(role, span, false);
  }
}
