package io.watchbill.escalation.plan.facts;

import java.util.Optional;
import java.util.Set;

/**
 * What kind of incident it is, at its newest version.
 *
 * @param commander who commands it; empty while nobody does
 */
public record Traits(
    String severity,
    Set<String> tags,
    Optional<String> type,
    boolean restricted,
    Optional<String> commander) {}
