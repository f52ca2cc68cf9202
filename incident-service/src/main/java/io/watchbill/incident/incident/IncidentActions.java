package io.watchbill.incident.incident;

import io.watchbill.incident.lifecycle.AcknowledgementTimes;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.lifecycle.DecisionReason;
import io.watchbill.incident.lifecycle.IncidentKey;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actions of people and programs on incidents, through the API. */
@ApplicationScoped
public class IncidentActions {
  private final Database database;
  private final IncidentRepository repository;
  private final Incidents incidents;
  private final SeverityCatalogue catalogue;
  private final AlsoAcknowledged alsoAcknowledged;
  private final Visibility visibility;
  private final Actors actors;

  IncidentActions(
      Database database,
      IncidentRepository repository,
      Incidents incidents,
      SeverityCatalogue catalogue,
      AlsoAcknowledged alsoAcknowledged,
      Visibility visibility,
      Actors actors) {
    this.database = database;
    this.repository = repository;
    this.incidents = incidents;
    this.catalogue = catalogue;
    this.alsoAcknowledged = alsoAcknowledged;
    this.visibility = visibility;
    this.actors = actors;
  }

  /** An action: decides about an incident. */
  @FunctionalInterface
  interface Action {
    Decision decide(Incident incident, Actor by, Tx tx, AcknowledgementTimes times);
  }

  /** Performs an action if the caller may; one that changes nothing is no error. */
  Incident act(String key, Principal caller, @Nullable String note, Action action) {
    return database.inTransaction(tx -> act(tx, find(tx, caller, key), caller, note, action));
  }

  /** Performs an action in a transaction of the caller. */
  Incident act(Tx tx, Incident found, Principal caller, @Nullable String note, Action action) {
    require(caller, found.team());
    Incident incident = repository.lock(tx, found.id()).orElseThrow();
    Actor by = actors.of(caller);
    Decision decision = action.decide(incident, by, tx, catalogue.times(tx));
    refuse(decision);
    Incident after = incidents.apply(tx, incident, decision);
    if (note == null || note.isBlank() || decision.entries().isEmpty()) {
      return after;
    }
    return incidents.apply(tx, after, after.lifecycle().edits().comment(note, by, tx.now()));
  }

  /**
   * Acknowledges. Everybody who acknowledges is recorded once per round; the snapshot names the
   * first person, an event of its own each further one.
   */
  Incident acknowledge(String key, Principal caller, @Nullable String note) {
    return database.inTransaction(
        tx ->
            act(
                tx,
                find(tx, caller, key),
                caller,
                note,
                (incident, by, same, times) -> acknowledged(same, incident, by)));
  }

  private Decision acknowledged(Tx tx, Incident incident, Actor by) {
    Decision decision = incident.lifecycle().acknowledge(by, tx.now());
    boolean first = decision.reason() != DecisionReason.ALREADY_ACKNOWLEDGED;
    if (first || decision.entries().isEmpty()) {
      return decision;
    }
    if (alsoAcknowledged.notify(tx, incident, by)) {
      return decision;
    }
    return new Decision(decision.reason(), decision.next(), decision.paging(), List.of());
  }

  /** Assigns to another team or policy, which begins a round; the same ones change nothing. */
  Incident assign(String key, Principal caller, IncidentBodies.Assignment to) {
    return database.inTransaction(
        tx -> {
          Incident found = find(tx, caller, key);
          require(caller, found.team());
          Incident incident = repository.lock(tx, found.id()).orElseThrow();
          String team = to.team() == null ? incident.team() : to.team();
          Optional<String> policy = Optional.ofNullable(to.policy());
          if (team.equals(incident.team()) && policy.equals(incident.policy())) {
            return incident;
          }
          String whom = "team " + actors.team(team) + policy.map(id -> ", policy " + id).orElse("");
          Decision decision =
              incident
                  .lifecycle()
                  .assign(
                      whom,
                      IncidentBodies.clean(to.reason()),
                      actors.of(caller),
                      tx.now(),
                      catalogue.times(tx));
          refuse(decision);
          return incidents.apply(tx, incident.assigned(new Incident.Owner(team, policy)), decision);
        });
  }

  /** Places or releases a legal hold; one that is already so changes nothing. */
  Incident hold(String key, Principal caller, boolean hold, String why) {
    return database.inTransaction(
        tx -> {
          Incident found = find(tx, caller, key);
          require(caller, Rights.LEGAL, found.team());
          Incident incident = repository.lock(tx, found.id()).orElseThrow();
          return incidents.hold(tx, incident, hold, why, actors.of(caller));
        });
  }

  /** Finds the incident of an id or a reference; 404 if there is none that the caller may see. */
  public Incident find(Tx tx, Principal caller, String key) {
    return IncidentKey.parse(key)
        .flatMap(parsed -> repository.find(tx, parsed))
        .filter(incident -> visibility.to(caller).includes(incident.viewable()))
        .orElseThrow(() -> Problem.notFound("incident", key));
  }

  static void require(Principal caller, String team) {
    require(caller, Rights.RESPONDER, team);
  }

  private static void require(Principal caller, String right, String team) {
    if (!caller.may(right, team)) {
      throw new Problem(
          KitError.FORBIDDEN, "This needs the right '" + right + "' for the team '" + team + "'.");
    }
  }

  private static void refuse(Decision decision) {
    if (decision.reason().isRefusal()) {
      throw new Problem(IncidentError.NOT_LEGAL, decision.reason().text());
    }
  }
}
