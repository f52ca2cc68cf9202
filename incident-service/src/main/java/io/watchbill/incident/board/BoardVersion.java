package io.watchbill.incident.board;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.incident.IncidentLists;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.load.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells whether open boards have to be drawn anew. However many browsers ask, the database is asked
 * once a second at most, and answers from an index.
 */
@ApplicationScoped
class BoardVersion {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final UUID FIRST = new UUID(0, 0);
  private static final int ALL = 1_000_000;

  private final Database database;
  private final IncidentLists lists;
  private final Visibility visibility;
  private final Clock clock;
  private final Recent<String> seen;

  BoardVersion(Database database, IncidentLists lists, Visibility visibility, Clock clock) {
    this.database = database;
    this.lists = lists;
    this.visibility = visibility;
    this.clock = clock;
    this.seen = new Recent<>(FRESH, clock, this::digest);
  }

  /** Returns the version: of what is open, and of the minute, since clocks run. */
  String now() {
    return seen.get() + "." + clock.instant().getEpochSecond() / 60;
  }

  private String digest() {
    List<Row> ranges =
        database.read(tx -> lists.openDigests(tx, visibility.toEverybody(), FIRST, ALL, 1));
    return ranges.stream()
        .map(row -> row.getLong("count") + "-" + row.getString("digest"))
        .collect(Collectors.joining());
  }
}
