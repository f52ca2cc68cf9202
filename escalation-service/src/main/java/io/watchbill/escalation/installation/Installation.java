package io.watchbill.escalation.installation;

import io.watchbill.escalation.page.LinkSecrets;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The installation of this process. Processes belong to the same one when they accept a secret of
 * the links in common: then each can acknowledge the pages of the other.
 */
@ApplicationScoped
public class Installation {
  private final LinkSecrets secrets;
  private final PublicUrl publicUrl;

  Installation(LinkSecrets secrets, PublicUrl publicUrl) {
    this.secrets = secrets;
    this.publicUrl = publicUrl;
  }

  /** Returns the fingerprints of the secrets that are accepted. */
  public String[] secrets() {
    return secrets.fingerprints().toArray(String[]::new);
  }

  /** Returns where people reach it, without a slash at the end. */
  public String publicUrl() {
    return publicUrl.to("/").replaceFirst("/$", "");
  }
}
