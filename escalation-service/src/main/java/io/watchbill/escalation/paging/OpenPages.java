package io.watchbill.escalation.paging;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.visibility.VisibilityRule;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the pages that wait for somebody's answer, of incidents that the caller may see. */
@ApplicationScoped
class OpenPages {
  private static final String PAGES =
      """
      SELECT DISTINCT ON (p.incident) p.incident, p.reason, p.created_at,
             s.snapshot ->> 'reference' AS reference, s.snapshot ->> 'severity' AS severity,
             s.snapshot ->> 'title' AS title
        FROM page p
        JOIN incident_snapshot s ON s.incident = p.incident AND s.round = p.round
      """;

  private static final String UNANSWERED =
      """
      s.state = 'triggered'
         AND NOT EXISTS (SELECT FROM acknowledgement a
                          WHERE a.incident = p.incident AND a.round = p.round
                            AND a.person = p.target AND a.state IN ('pending', 'confirmed'))
      """;

  private static final String NEWEST_OF_EACH =
      """
       ORDER BY p.incident DESC, p.created_at DESC
       LIMIT 50
      """;

  private final VisibilityRule rule;

  OpenPages(VisibilityRule rule) {
    this.rule = rule;
  }

  /** Returns the newest page of each incident to the caller, who is a person; the newest first. */
  List<OpenPage> of(Tx tx, Principal caller) {
    Where where =
        new Where().and("p.target_kind = 'person' AND p.target = ?", caller.id()).and(UNANSWERED);
    rule.restrict(where, caller, "p.incident");
    return tx.query(PAGES + where.sql() + NEWEST_OF_EACH, where.values()).stream()
        .map(OpenPages::page)
        .sorted(Comparator.comparing(OpenPage::pagedAt).reversed())
        .toList();
  }

  private static OpenPage page(Row row) {
    return new OpenPage(
        row.getUUID("incident"),
        Objects.requireNonNullElse(row.getString("reference"), "?"),
        Objects.requireNonNullElse(row.getString("severity"), "?"),
        Objects.requireNonNullElse(row.getString("title"), ""),
        row.getString("reason"),
        Rows.instant(row, "created_at"));
  }
}
