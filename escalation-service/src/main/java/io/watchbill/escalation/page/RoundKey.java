package io.watchbill.escalation.page;

import java.util.UUID;

/** For what pages are made: a round of an incident, and the purpose. */
public record RoundKey(UUID incident, int round, String purpose) {}
