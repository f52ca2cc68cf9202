package io.watchbill.rotation.board;

import java.time.Instant;

/** A time in which nobody holds a role, though somebody should. */
public record GapAhead(String rotation, String name, String role, Instant from, Instant until) {}
