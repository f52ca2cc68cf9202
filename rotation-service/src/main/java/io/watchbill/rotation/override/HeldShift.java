package io.watchbill.rotation.override;

import io.watchbill.rotation.calendar.time.Span;

/** A stretch of somebody's shifts in a role. */
public record HeldShift(String person, String role, Span span) {}
