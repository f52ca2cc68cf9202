package io.watchbill.escalation.snapshot;

import java.util.Optional;
import java.util.UUID;

/**
 * What decides who may see an incident.
 *
 * @param team empty if it belongs to none
 * @param restricted whether it is for chosen people only
 */
public record IncidentAccess(UUID incident, Optional<String> team, boolean restricted) {}
