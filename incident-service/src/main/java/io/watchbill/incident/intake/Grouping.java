package io.watchbill.incident.intake;

import io.watchbill.incident.alert.AlertRepository.Change;
import io.watchbill.incident.alert.AlertRepository.Stored;
import io.watchbill.incident.alert.GroupRepository;
import io.watchbill.incident.alert.GroupRepository.Ended;
import io.watchbill.incident.alert.GroupRepository.Group;
import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.alertmanager.Message;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.Incidents;
import io.watchbill.incident.incident.NewIncident;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.AlertChanges;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.lifecycle.Resolved;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From stored alerts to incidents: one incident a group. */
@ApplicationScoped
public class Grouping {
  private final GroupRepository groups;
  private final IncidentRepository repository;
  private final Incidents incidents;
  private final SeverityCatalogue catalogue;

  Grouping(
      GroupRepository groups,
      IncidentRepository repository,
      Incidents incidents,
      SeverityCatalogue catalogue) {
    this.groups = groups;
    this.repository = repository;
    this.incidents = incidents;
    this.catalogue = catalogue;
  }

  /** The firing alerts of a message: its group's incident is opened, or hears of them. */
  Optional<Incident> fire(
      Tx tx, Integration integration, Message message, List<Stored> stored, Actor by) {
    List<UUID> firing =
        stored.stream().filter(alert -> alert.change() != Change.CLOSED).map(Stored::id).toList();
    if (firing.isEmpty()) {
      return Optional.empty();
    }
    Group group =
        groups.findOrMake(
            tx, integration.id(), message.groupHash(), message.groupKey(), message.isCut());
    if (group.made()) {
      groups.begin(tx, group, firing);
      return Optional.of(incidents.open(tx, group.incident(), opened(integration, message), by));
    }
    Set<UUID> joined = groups.join(tx, group, firing);
    Incident incident = repository.lock(tx, group.incident()).orElseThrow();
    AlertChanges news = news(message, stored, joined);
    Decision decision = incident.lifecycle().alertsArrived(news, by, tx.now(), catalogue.times(tx));
    return Optional.of(incidents.apply(tx, incident, decision));
  }

  private static NewIncident opened(Integration integration, Message message) {
    List<IncomingAlert> firing = message.firing();
    String first = firing.getFirst().name();
    return new NewIncident(
        message.title(),
        integration.team(),
        integration.policy(),
        Optional.of(integration.id()),
        worst(firing),
        tags(firing),
        firing.size() == 1 ? "alert " + first : firing.size() + " alerts, " + first + " first");
  }

  private static AlertChanges news(Message message, List<Stored> stored, Set<UUID> joined) {
    if (joined.isEmpty() && stored.stream().noneMatch(s -> s.change() == Change.CHANGED)) {
      return AlertChanges.REPEAT;
    }
    Map<String, IncomingAlert> byFingerprint =
        message.alerts().stream()
            .collect(Collectors.toMap(IncomingAlert::fingerprint, Function.identity()));
    List<String> added = new ArrayList<>();
    List<IncomingAlert> telling = new ArrayList<>();
    for (Stored alert : stored) {
      IncomingAlert incoming = byFingerprint.get(alert.fingerprint());
      if (joined.contains(alert.id())) {
        added.add(incoming.name());
        telling.add(incoming);
      } else if (alert.was().filter(incoming.severity()::isWorseThan).isPresent()) {
        telling.add(incoming);
      }
    }
    Optional<Severity> worst =
        Severity.worst(telling.stream().map(IncomingAlert::severity).toList());
    return new AlertChanges(added, worst, tags(telling));
  }

  /**
   * Alerts that have ended: groups without any that fires have theirs resolved and released, unless
   * their last message was cut; then the next whole one does.
   */
  List<Incident> end(
      Tx tx, Integration integration, Message message, List<Stored> stored, Actor by) {
    Optional<Group> wholeAgain = heard(tx, integration, message);
    List<UUID> closed =
        stored.stream().filter(alert -> alert.change() == Change.CLOSED).map(Stored::id).toList();
    List<Ended> ended = new ArrayList<>(closed.isEmpty() ? List.of() : groups.end(tx, closed));
    wholeAgain
        .filter(group -> ended.stream().noneMatch(one -> one.group().equals(group)))
        .filter(group -> !groups.fires(tx, group))
        .ifPresent(group -> ended.add(new Ended(group, 0, false, false)));
    return touched(tx, integration, ended, by);
  }

  /** All are locked at once; one that has lost several groups is decided about once for each. */
  private List<Incident> touched(Tx tx, Integration integration, List<Ended> ended, Actor by) {
    Set<UUID> ids = ended.stream().map(one -> one.group().incident()).collect(Collectors.toSet());
    Map<UUID, Incident> locked = new LinkedHashMap<>();
    repository.lockAll(tx, ids).forEach(incident -> locked.put(incident.id(), incident));
    for (Ended one : ended) {
      locked.computeIfPresent(
          one.group().incident(),
          (id, incident) ->
              one.firing()
                  ? noted(tx, incident, one, by)
                  : over(tx, integration, incident, one, by));
    }
    return List.copyOf(locked.values());
  }

  /** The group of a message in which nothing fires, if messages before were cut and it is not. */
  private Optional<Group> heard(Tx tx, Integration integration, Message message) {
    if (!message.firing().isEmpty()) {
      return Optional.empty();
    }
    return groups
        .heard(tx, integration.id(), message.groupHash(), message.isCut())
        .filter(group -> !message.isCut());
  }

  private Incident noted(Tx tx, Incident incident, Ended ended, Actor by) {
    Decision decision = incident.lifecycle().someAlertsEnded(ended.ended(), by, tx.now());
    return incidents.apply(tx, incident, decision);
  }

  private Incident over(Tx tx, Integration integration, Incident incident, Ended ended, Actor by) {
    if (ended.cut()) {
      return incidents.apply(tx, incident, incident.lifecycle().knownAlertsEnded(by, tx.now()));
    }
    Decision decision =
        incident.lifecycle().alertsEnded(integration.resolveWithAlerts(), by, tx.now());
    Incident after = incidents.apply(tx, incident, decision);
    if (after.lifecycle().state() instanceof Resolved) {
      groups.release(tx, ended.group());
    }
    return after;
  }

  private static Severity worst(List<IncomingAlert> alerts) {
    return Severity.worst(alerts.stream().map(IncomingAlert::severity).toList()).orElseThrow();
  }

  private static Set<String> tags(List<IncomingAlert> alerts) {
    return alerts.stream().flatMap(alert -> alert.tags().stream()).collect(Collectors.toSet());
  }
}
