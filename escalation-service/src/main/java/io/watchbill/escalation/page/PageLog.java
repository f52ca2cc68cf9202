package io.watchbill.escalation.page;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.recipient.PageTarget;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads pages for the API, of open work and of history. */
@ApplicationScoped
public class PageLog {
  private final Visibility visibility;

  PageLog(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Returns pages in the order of their ids, the oldest first. */
  public List<PageView> list(Tx tx, IncidentSlice slice) {
    return list(tx, slice, Optional.empty());
  }

  /**
   * Returns the same.
   *
   * @param person limits them to pages of open work to this person
   */
  List<PageView> list(Tx tx, IncidentSlice slice, Optional<String> person) {
    Where where = visibility.of(slice);
    person.ifPresent(id -> where.and("target_kind = 'person'").and("target = ?", id));
    String sql =
        "SELECT * FROM "
            + (person.isPresent() ? "page" : PageRepository.ALL)
            + where.sql()
            + " ORDER BY id LIMIT "
            + where.place(slice.limit());
    return tx.query(sql, where.values()).stream().map(PageLog::view).toList();
  }

  /** Returns a page, if the caller may see its incident. */
  Optional<PageView> view(Tx tx, Principal caller, UUID id) {
    Where where = visibility.of(caller).and("id = ?", id);
    return tx.one("SELECT * FROM " + PageRepository.ALL + where.sql(), where.values())
        .map(PageLog::view);
  }

  private static PageView view(Row row) {
    return new PageView(
        row.getUUID("id"),
        row.getUUID("incident"),
        row.getInteger("round"),
        row.getString("purpose"),
        row.getString("branch"),
        row.getString("step_name"),
        row.getInteger("run"),
        row.getInteger("repetition"),
        row.getInteger("handover"),
        PageTarget.of(row).text(),
        row.getString("target_kind"),
        row.getString("rotation"),
        row.getString("role"),
        row.getString("reason"),
        Rows.instant(row, "due_at"),
        Rows.instant(row, "created_at"));
  }
}
