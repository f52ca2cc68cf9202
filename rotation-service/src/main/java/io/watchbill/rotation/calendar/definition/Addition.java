package io.watchbill.rotation.calendar.definition;

import io.watchbill.rotation.calendar.time.Span;

/**
 * An override that puts one more person on call. It splits no other shift, and no other override
 * relieves the person.
 *
 * @param reason the reason given by its author
 */
public record Addition(String id, String role, Span span, String person, String reason) {}
