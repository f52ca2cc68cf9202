package io.watchbill.escalation.installation;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks whether the database is this installation's alone. */
@ApplicationScoped
class InstallationCheck implements Check {
  private static final String NAME = "installation";

  private final OtherInstallations others;

  InstallationCheck(OtherInstallations others) {
    this.others = others;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        others
            .look()
            .map(
                other ->
                    Finding.fail(
                        NAME,
                        "Another installation, reached at %s, uses this database and sends its pages."
                            .formatted(other.publicUrl()),
                        "Stop the one that is wrong here, and give it a database of its own.",
                        "docs/runbooks/WatchbillTwoInstallations.md"))
            .orElseGet(() -> Finding.ok(NAME, "No other installation uses this database.")));
  }
}
