package io.watchbill.escalation.delivery;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Looks for pages that were given up, and for pages that are late. */
@ApplicationScoped
class DeliveriesCheck implements Check {
  private static final String NAME = "deliveries";
  private static final Duration RECENT = Duration.ofDays(1);
  private static final int LATE_SECONDS = 30;

  /** More need not be counted. */
  private static final long MANY = 1_000;

  private static final String FAILED =
      """
      SELECT count(*) AS failed
        FROM (SELECT FROM delivery WHERE state = 'failed' AND id >= uuid_at($1)
              UNION ALL
              SELECT FROM past_delivery WHERE state = 'failed' AND id >= uuid_at($1)
              LIMIT $2) AS recent
      """;

  private final Database database;
  private final DeliveryCounts counts;

  DeliveriesCheck(Database database, DeliveryCounts counts) {
    this.database = database;
    this.counts = counts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return database.read(
        tx ->
            List.of(
                failed(
                    tx.one(FAILED, tx.now().minus(RECENT), MANY).orElseThrow().getLong("failed")),
                late(counts.now(tx).late())));
  }

  static Finding failed(long failed) {
    return failed == 0
        ? Finding.ok(NAME, "No page was given up in the last 24 hours.")
        : Finding.warn(
            NAME,
            "Pages that were given up in the last 24 hours: %s."
                .formatted(failed < MANY ? failed : MANY + " or more"),
            "List them at /v1/deliveries?state=failed, each with its reason.",
            "docs/runbooks/WatchbillNobodyTold.md");
  }

  static Finding late(double seconds) {
    return seconds > LATE_SECONDS
        ? Finding.fail(
            NAME,
            "A page has waited for %.0f s to be handed over.".formatted(seconds),
            "See whether the channel answers, and whether this service keeps up.",
            "docs/runbooks/WatchbillPagesLate.md")
        : Finding.ok(NAME, "No page is late.");
  }
}
