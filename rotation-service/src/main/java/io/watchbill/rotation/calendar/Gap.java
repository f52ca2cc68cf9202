package io.watchbill.rotation.calendar;

/** A time in which nobody holds a role. */
public record Gap(String role, Span span) {}
