package io.watchbill.escalation.acknowledgement;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Looks when a page was last acknowledged by its link: then the whole way works. */
@ApplicationScoped
class LastPageCheck implements Check {
  private static final String NAME = "last-page";
  private static final Duration LONG_AGO = Duration.ofDays(30);

  private static final String NEWEST =
      """
      SELECT acknowledged_at
        FROM ((SELECT acknowledged_at FROM acknowledgement
                WHERE page IS NOT NULL AND state <> 'refused' ORDER BY id DESC LIMIT 1)
              UNION ALL
              (SELECT acknowledged_at FROM past_acknowledgement
                WHERE page IS NOT NULL AND state <> 'refused' ORDER BY id DESC LIMIT 1)) AS newest
       ORDER BY acknowledged_at DESC LIMIT 1
      """;

  private final Database database;

  LastPageCheck(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    Finding found = database.read(tx -> finding(newest(tx), tx.now()));
    return List.of(found);
  }

  private static Optional<Instant> newest(Tx tx) {
    return tx.one(NEWEST).map(row -> Rows.instant(row, "acknowledged_at"));
  }

  static Finding finding(Optional<Instant> newest, Instant now) {
    String text =
        newest
            .map(
                at ->
                    "A page was last acknowledged by its link at %s."
                        .formatted(at.truncatedTo(ChronoUnit.SECONDS)))
            .orElse("No page has been acknowledged by its link yet.");
    return newest.filter(at -> at.isAfter(now.minus(LONG_AGO))).isPresent()
        ? Finding.ok(NAME, text)
        : Finding.warn(
            NAME,
            text,
            "Send an alert of your own and acknowledge its page by the link.",
            "docs/operating.md#install");
  }
}
