package io.watchbill.rotation.me;

import java.time.Instant;

/** A shift that somebody holds, or will. */
public record MyShift(String rotation, String name, String role, Instant from, Instant until) {}
