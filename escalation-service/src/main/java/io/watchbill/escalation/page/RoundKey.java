package io.watchbill.escalation.page;

import io.watchbill.escalation.escalation.Purpose;
import java.util.UUID;

/** The purpose of pages in a round of an incident. */
public record RoundKey(UUID incident, int round, Purpose purpose) {}
