package io.watchbill.incident.incident;

import io.watchbill.incident.alert.GroupRepository;
import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves incidents by hand, with the groups of their alerts. */
@ApplicationScoped
class ResolvingByHand {
  private final Database database;
  private final IncidentActions actions;
  private final GroupRepository groups;
  private final IntegrationSettings integrations;

  ResolvingByHand(
      Database database,
      IncidentActions actions,
      GroupRepository groups,
      IntegrationSettings integrations) {
    this.database = database;
    this.actions = actions;
    this.groups = groups;
    this.integrations = integrations;
  }

  /**
   * Resolves by hand. Groups whose alerts still fire stay with the incident, so that repeats do not
   * open a new one; the others are released. Groups are locked before the incident, as the intake
   * does.
   */
  Incident resolve(String key, Principal caller, @Nullable String note) {
    return database.inTransaction(
        tx -> {
          Incident found = actions.find(tx, caller, key);
          boolean firing = groups.lockOfIncident(tx, found.id());
          Optional<Duration> suppress =
              firing ? Optional.of(suppression(tx, found)) : Optional.empty();
          Incident after =
              actions.act(
                  tx,
                  found,
                  caller,
                  note,
                  (incident, by, same, times) ->
                      incident.lifecycle().resolve(by, same.now(), suppress));
          if (!firing) {
            groups.releaseOfIncident(tx, found.id());
          }
          return after;
        });
  }

  /** For how long repeats of its alerts do not reopen it. */
  private Duration suppression(Tx tx, Incident incident) {
    return incident
        .integration()
        .flatMap(id -> integrations.find(tx, id))
        .map(integration -> integration.resolving().suppressAfter())
        .orElse(Duration.ZERO);
  }
}
