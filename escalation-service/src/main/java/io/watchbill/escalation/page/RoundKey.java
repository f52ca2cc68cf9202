package io.watchbill.escalation.page;

import java.util.UUID;

/** The purpose of pages in a round of an incident. */
public record RoundKey(UUID incident, int round, String purpose) {}
