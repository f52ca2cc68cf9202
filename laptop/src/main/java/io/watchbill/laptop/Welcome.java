package io.watchbill.laptop;

import io.watchbill.laptop.service.Service;
import java.net.URI;

/** The text shown when everything is up: addresses, the key, and one thing to try. */
record Welcome(Installation installation, Ports ports) {

  String text() {
    URI incident = Service.INCIDENT.address(ports);
    return """

        Watchbill is up.

          incident-service    %s
          rotation-service    %s
          escalation-service  %s
          admin key           %s

        Try it: open an incident, and see who is paged

          curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
            -d '{"title":"Logins from two continents","severity":"P1","team":"security"}' \\
            %s/v1/incidents
        %s
        Pages are printed here as lines that begin with PAGE. `./watchbill demo` in another
        terminal shows an alert's whole way; Ctrl-C (or `./watchbill down`) stops everything.
        """
        .formatted(
            incident,
            Service.ROTATION.address(ports),
            Service.ESCALATION.address(ports),
            adminKey(),
            adminKey(),
            incident,
            alertmanager());
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
                    .formatted(Service.INCIDENT.address(ports), key))
        .orElse("");
  }
}
