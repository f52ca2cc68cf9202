package io.watchbill.escalation.page;

import io.watchbill.escalation.target.PageTarget;
import java.time.Instant;
import java.util.UUID;

/** A page, as far as an acknowledgement needs it. */
public record PageRef(
    UUID id, UUID incident, int round, String branch, PageTarget target, Instant createdAt) {}
