package io.watchbill.escalation.ladder;

import io.quarkus.qute.TemplateData;
import io.watchbill.escalation.rehearsal.LintView;
import java.util.List;

/**
 * Who would be paged by a policy now, and what its author may not have meant.
 *
 * @param severity of the incident that is assumed
 */
@TemplateData
public record PolicyCheck(
    String id,
    String severity,
    List<PagedRow> pages,
    List<Warning> warnings,
    List<LintView.Found> findings) {}
