package io.watchbill.escalation.contact;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks whether there is somebody to be paged when nobody else can be. */
@ApplicationScoped
class LastResortCheck implements Check {
  private static final String NAME = "last-resort";

  private final Database database;

  LastResortCheck(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    boolean there = database.read(tx -> tx.one("SELECT kind FROM last_resort")).isPresent();
    return List.of(
        there
            ? Finding.ok(NAME, "There is a last-resort contact.")
            : Finding.warn(
                NAME,
                "There is no last-resort contact: nobody hears of a round that reached nobody.",
                "PUT one to /v1/last-resort.",
                "docs/operating.md#install"));
  }
}
