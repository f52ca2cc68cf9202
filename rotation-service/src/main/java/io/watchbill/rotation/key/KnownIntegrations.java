package io.watchbill.rotation.key;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.peer.Directory.Named;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Checks that the integration of a key exists in the incident service, as far as that service
 * answers.
 */
@ApplicationScoped
class KnownIntegrations {
  private final Directory directory;
  private final Caller caller;

  KnownIntegrations(Directory directory, Caller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  /**
   * Checks the integration. Skips it for the incident service, which asks for the key before it
   * creates the integration.
   *
   * @return what could not be checked
   * @throws Problem when there certainly is no such integration
   */
  List<Named> check(KeyRequest request) {
    boolean byService = caller.principal().kind() == Principal.Kind.SERVICE;
    if (byService || !request.kind().equals("integration")) {
      return List.of();
    }
    Named named = new Named("integration", "incident", "integrations", request.principal());
    Directory.Found found = directory.lookNow(List.of(named));
    if (!found.missing().isEmpty()) {
      throw Problem.invalid("/principal", "there is no integration '" + request.principal() + "'");
    }
    return found.notChecked();
  }
}
