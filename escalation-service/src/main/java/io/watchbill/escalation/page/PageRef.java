package io.watchbill.escalation.page;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.recipient.PageTarget;
import java.time.Instant;
import java.util.UUID;

/** The facts of a page that an acknowledgement needs. */
@TemplateData
public record PageRef(
    UUID id, UUID incident, int round, Branch branch, PageTarget target, Instant createdAt) {}
