package io.watchbill.rotation.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * When and how a rotation was archived.
 *
 * @param by who archived it; unknown for older ones
 * @param unchecked whether it was archived without checking which policies name it
 */
public record Archived(Instant at, Optional<String> by, boolean unchecked) {}
