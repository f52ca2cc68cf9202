package io.watchbill.laptop;

import io.watchbill.laptop.service.Service;
import java.util.Optional;

/** The text shown when everything is up: the address, the key, and one thing to try. */
record Welcome(Installation installation, Ports ports, Optional<SignInLink> link) {

  /** Makes a link to sign in with, if it can be made. */
  static Welcome to(Installation installation, Ports ports) {
    return new Welcome(installation, ports, new SignIn(installation).linkForAdmin());
  }

  String text() {
    return """

        Watchbill is up: %s

          %s

          admin key           %s
          incident-service    %s
          rotation-service    %s
          escalation-service  %s

        Try it: open an incident, and see who is paged

          curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
            -d '{"title":"Logins from two continents","severity":"P1","team":"security"}' \\
            %s/v1/incidents
        %s
        Pages are printed here as lines that begin with PAGE. `./watchbill demo` in another
        terminal shows an alert's whole way; Ctrl-C (or `./watchbill down`) stops everything.
        """
        .formatted(
            ports.address(),
            signIn(),
            adminKey(),
            Service.INCIDENT.address(ports),
            Service.ROTATION.address(ports),
            Service.ESCALATION.address(ports),
            adminKey(),
            ports.address(),
            alertmanager());
  }

  private String signIn() {
    return link.map(made -> made.text() + "; `./watchbill sign-in` prints another.")
        .orElse("To sign in there, make a person's key with the admin key (POST /v1/keys).");
  }

  private String adminKey() {
    return installation.credentials().adminKey();
  }

  private String alertmanager() {
    return installation
        .secrets()
        .find(Installation.INTEGRATION_KEY)
        .map(
            key ->
                """

                Alertmanager's webhook_configs url:
                  %s/v1/ingest/alertmanager/%s
                """
                    .formatted(ports.address(), key))
        .orElse("");
  }
}
