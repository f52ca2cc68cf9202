package io.watchbill.incident.intake;

import static java.util.Objects.requireNonNull;

import io.watchbill.incident.alert.AlertRepository.Change;
import io.watchbill.incident.alert.AlertRepository.Stored;
import io.watchbill.incident.alert.GroupMembers;
import io.watchbill.incident.alert.GroupMembers.Ended;
import io.watchbill.incident.alert.GroupRepository;
import io.watchbill.incident.alert.GroupRepository.Group;
import io.watchbill.incident.alert.IncomingAlert;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.Incidents;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens, changes and resolves the incidents of alert groups: one incident a group. */
@ApplicationScoped
public class Grouping {
  private final GroupRepository groups;
  private final GroupMembers members;
  private final IncidentRepository repository;
  private final Incidents incidents;
  private final SeverityCatalogue catalogue;

  Grouping(
      GroupRepository groups,
      GroupMembers members,
      IncidentRepository repository,
      Incidents incidents,
      SeverityCatalogue catalogue) {
    this.groups = groups;
    this.members = members;
    this.repository = repository;
    this.incidents = incidents;
    this.catalogue = catalogue;
  }

  /**
   * Applies what a message says of its groups.
   *
   * @param stored its alerts, as they were stored
   * @return the incidents that were opened or changed
   */
  List<Incident> group(Tx tx, List<RoutedGroup> routed, List<Stored> stored, Actor by) {
    Map<String, Stored> byFingerprint =
        stored.stream().collect(Collectors.toMap(Stored::fingerprint, Function.identity()));
    List<Incident> touched = new ArrayList<>();
    for (RoutedGroup group : routed) {
      List<Stored> own =
          group.alerts().stream()
              .map(alert -> byFingerprint.get(alert.fingerprint()))
              .filter(Objects::nonNull)
              .toList();
      fire(tx, group, own, by).ifPresent(touched::add);
      touched.addAll(end(tx, group, own, by));
    }
    return touched;
  }

  /** Opens the group's incident for its firing alerts, or adds them to it. */
  private Optional<Incident> fire(Tx tx, RoutedGroup routed, List<Stored> stored, Actor by) {
    List<UUID> firing =
        stored.stream().filter(alert -> alert.change() != Change.CLOSED).map(Stored::id).toList();
    if (firing.isEmpty()) {
      return Optional.empty();
    }
    Group group =
        groups.findOrMake(
            tx, routed.integration(), routed.group().hash(), routed.group().key(), routed.cut());
    if (group.made()) {
      members.begin(tx, group, firing);
      return Optional.of(incidents.open(tx, group.incident(), routed.opened(), by));
    }
    Set<UUID> joined = members.join(tx, group, firing);
    Incident incident = repository.lock(tx, group.incident()).orElseThrow();
    AlertChanges changes = changes(routed, stored, joined);
    Decision decision =
        incident.lifecycle().alerts().arrived(changes, by, tx.now(), catalogue.times(tx));
    return Optional.of(incidents.apply(tx, incident, decision));
  }

  private static AlertChanges changes(RoutedGroup routed, List<Stored> stored, Set<UUID> joined) {
    if (joined.isEmpty() && stored.stream().noneMatch(s -> s.change() == Change.CHANGED)) {
      return AlertChanges.REPEAT;
    }
    Map<String, IncomingAlert> byFingerprint =
        routed.alerts().stream()
            .collect(Collectors.toMap(IncomingAlert::fingerprint, Function.identity()));
    List<String> added = new ArrayList<>();
    List<IncomingAlert> changed = new ArrayList<>();
    for (Stored alert : stored) {
      IncomingAlert incoming = requireNonNull(byFingerprint.get(alert.fingerprint()));
      if (joined.contains(alert.id())) {
        added.add(incoming.name());
        changed.add(incoming);
      } else if (alert.was().filter(incoming.severity()::isWorseThan).isPresent()) {
        changed.add(incoming);
      }
    }
    Optional<Severity> worst =
        Severity.worst(changed.stream().map(IncomingAlert::severity).toList());
    return new AlertChanges(added, worst, RoutedGroup.tags(changed));
  }

  /**
   * Resolves and releases the incidents of groups in which nothing fires any more, unless their
   * last message was cut; then the next whole one does.
   */
  private List<Incident> end(Tx tx, RoutedGroup routed, List<Stored> stored, Actor by) {
    Optional<Group> wholeAgain = wholeAgain(tx, routed);
    List<UUID> closed =
        stored.stream().filter(alert -> alert.change() == Change.CLOSED).map(Stored::id).toList();
    List<Ended> ended = new ArrayList<>(closed.isEmpty() ? List.of() : members.end(tx, closed));
    wholeAgain
        .filter(group -> ended.stream().noneMatch(one -> one.group().equals(group)))
        .filter(group -> !members.fires(tx, group))
        .ifPresent(group -> ended.add(new Ended(group, 0, false, false)));
    return touched(tx, routed, ended, by);
  }

  /** Locks all at once; an incident that has lost several groups is decided once for each. */
  private List<Incident> touched(Tx tx, RoutedGroup routed, List<Ended> ended, Actor by) {
    Set<UUID> ids = ended.stream().map(one -> one.group().incident()).collect(Collectors.toSet());
    Map<UUID, Incident> locked = new LinkedHashMap<>();
    repository.lockAll(tx, ids).forEach(incident -> locked.put(incident.id(), incident));
    for (Ended one : ended) {
      locked.computeIfPresent(
          one.group().incident(),
          (id, incident) ->
              one.firing() ? noted(tx, incident, one, by) : over(tx, routed, incident, one, by));
    }
    return List.copyOf(locked.values());
  }

  /** Returns a group in which nothing fires, if its messages before were cut and this is whole. */
  private Optional<Group> wholeAgain(Tx tx, RoutedGroup routed) {
    if (!routed.firing().isEmpty()) {
      return Optional.empty();
    }
    return groups
        .storeCut(tx, routed.integration(), routed.group().hash(), routed.cut())
        .filter(group -> !routed.cut());
  }

  private Incident noted(Tx tx, Incident incident, Ended ended, Actor by) {
    Decision decision = incident.lifecycle().alerts().someEnded(ended.ended(), by, tx.now());
    return incidents.apply(tx, incident, decision);
  }

  private Incident over(Tx tx, RoutedGroup routed, Incident incident, Ended ended, Actor by) {
    if (ended.cut()) {
      return incidents.apply(tx, incident, incident.lifecycle().alerts().knownEnded(by, tx.now()));
    }
    Decision decision =
        incident.lifecycle().alerts().ended(routed.resolveWithAlerts(), by, tx.now());
    Incident after = incidents.apply(tx, incident, decision);
    if (after.lifecycle().state() instanceof Resolved) {
      groups.release(tx, ended.group());
    }
    return after;
  }
}
