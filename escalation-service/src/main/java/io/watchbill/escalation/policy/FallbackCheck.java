package io.watchbill.escalation.policy;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks whether incidents for which no other policy is meant have one. */
@ApplicationScoped
class FallbackCheck implements Check {
  private static final String NAME = "policies";

  private final Database database;

  FallbackCheck(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        database
            .read(tx -> tx.one("SELECT id FROM policy WHERE fallback AND archived_at IS NULL"))
            .map(
                row ->
                    Finding.ok(NAME, "The fallback policy is %s.".formatted(row.getString("id"))))
            .orElseGet(
                () ->
                    Finding.warn(
                        NAME,
                        "There is no fallback policy: an incident of a team without one pages nobody"
                            + " but the last-resort contact.",
                        "PUT a policy with \"fallback\": true to /v1/policies.",
                        "docs/operating.md#install")));
  }
}
