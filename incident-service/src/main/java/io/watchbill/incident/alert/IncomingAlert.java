package io.watchbill.incident.alert;

import io.watchbill.incident.lifecycle.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One alert of a request, cleaned so that it can be stored.
 *
 * @param fingerprint the sender's identity of the alert; at most 64 characters
 * @param name for people, on one line
 * @param endsAt when it ended; empty while it fires
 * @param flags what was cleaned, trimmed or filled in
 */
public record IncomingAlert(
    String fingerprint,
    boolean firing,
    String name,
    Severity severity,
    Set<String> tags,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    Optional<Instant> endsAt,
    Optional<String> generatorUrl,
    Set<String> flags) {}
