package io.watchbill.rotation.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * That a rotation was archived.
 *
 * @param by who did; not known of what was archived before that was noted
 * @param unchecked without asking which policies still name it
 */
public record Archived(Instant at, Optional<String> by, boolean unchecked) {}
