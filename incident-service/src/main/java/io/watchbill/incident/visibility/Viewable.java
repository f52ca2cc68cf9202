package io.watchbill.incident.visibility;

import java.util.UUID;

/** What decides who may see an incident. A restriction to its members joins here. */
public record Viewable(UUID incident, String team) {}
