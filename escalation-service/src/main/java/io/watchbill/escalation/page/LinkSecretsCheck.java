package io.watchbill.escalation.page;

import io.watchbill.kit.finding.Check;
import io.watchbill.kit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks whether the renewal of the secret of the links was left unfinished. */
@ApplicationScoped
class LinkSecretsCheck implements Check {
  private static final String NAME = "links";

  private final LinkSecrets secrets;

  LinkSecretsCheck(LinkSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        secrets.isBeingRenewed()
            ? Finding.warn(
                NAME,
                "Links are accepted that watchbill.accepted-link-secret signed: its renewal is not"
                    + " finished.",
                "Take that setting away 30 days after the new secret began to sign.",
                "docs/operating.md#keys-and-secrets")
            : Finding.ok(NAME, "Links are signed, and accepted, with one secret."));
  }
}
