package io.watchbill.incident.board;

import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentAnswers;
import io.watchbill.incident.incident.IncidentLists;
import io.watchbill.incident.incident.IncidentOrder;
import io.watchbill.incident.incident.IncidentView;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what boards show. */
@ApplicationScoped
class BoardReader {
  private final Database database;
  private final IncidentLists lists;
  private final IncidentAnswers answers;
  private final Visibility visibility;
  private final BoardVersion version;

  BoardReader(
      Database database,
      IncidentLists lists,
      IncidentAnswers answers,
      Visibility visibility,
      BoardVersion version) {
    this.database = database;
    this.lists = lists;
    this.answers = answers;
    this.visibility = visibility;
    this.version = version;
  }

  /** Reads one part of a list, and its version as of before. */
  Board read(Principal caller, BoardFilter filter, SliceRequest page, List<String> problems) {
    VisibleIncidents visible = visibility.to(caller);
    IncidentOrder order = IncidentOrder.of(filter.sort());
    String before = version.now();
    return database.read(
        tx -> {
          List<Incident> rows =
              lists.list(
                  tx, visible, filter.list(caller), order, page.after(), page.limitPlusOne());
          Slice<IncidentView> slice =
              Slice.of(rows, page, order::key).map(row -> answers.view(tx, row));
          return new Board(
              filter,
              slice.items(),
              lists.openBySeverity(tx, visible),
              slice.next().map(cursor -> filter.query() + "&cursor=" + cursor),
              before,
              problems);
        });
  }
}
