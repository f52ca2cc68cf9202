package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;

/**
 * An override: a person stands beside those whom the definition puts on call. It splits no shift of
 * theirs, and no other override relieves the person added.
 *
 * @param reason why, in the words of the one who asked
 */
public record Addition(String id, String role, Span span, String person, String reason) {}
