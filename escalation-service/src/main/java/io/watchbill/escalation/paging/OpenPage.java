package io.watchbill.escalation.paging;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;

/**
 * The newest page of somebody for an incident that nobody has acknowledged yet.
 *
 * @param reason why they were paged
 */
@TemplateData
public record OpenPage(
    UUID incident,
    String reference,
    String severity,
    String title,
    String reason,
    Instant pagedAt) {}
