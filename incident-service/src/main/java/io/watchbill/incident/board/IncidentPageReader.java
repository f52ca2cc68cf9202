package io.watchbill.incident.board;

import io.watchbill.incident.alert.AlertLists;
import io.watchbill.incident.alert.AlertView;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentActions;
import io.watchbill.incident.incident.IncidentAnswers;
import io.watchbill.incident.incident.SimilarIncidents;
import io.watchbill.incident.timeline.TimelineEntry;
import io.watchbill.incident.timeline.TimelineReader;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.page.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads what the page of an incident shows. */
@ApplicationScoped
class IncidentPageReader {
  private static final int ALERTS = 100;
  private static final int ENTRIES = 300;

  private final Database database;
  private final IncidentActions actions;
  private final IncidentAnswers answers;
  private final TimelineReader timelines;
  private final AlertLists alerts;
  private final SimilarIncidents similar;
  private final Visibility visibility;

  IncidentPageReader(
      Database database,
      IncidentActions actions,
      IncidentAnswers answers,
      TimelineReader timelines,
      AlertLists alerts,
      SimilarIncidents similar,
      Visibility visibility) {
    this.database = database;
    this.actions = actions;
    this.answers = answers;
    this.timelines = timelines;
    this.alerts = alerts;
    this.similar = similar;
    this.visibility = visibility;
  }

  /** Reads all of it. */
  IncidentPage read(Principal caller, String key, TimelineChoice show, Optional<Refusal> refusal) {
    return database.read(
        tx -> {
          Incident incident = actions.find(tx, caller, key);
          List<TimelineEntry> timeline =
              timelines.newest(tx, incident.id(), ENTRIES).stream().filter(show::shows).toList();
          List<AlertView> firstAlerts = alerts.ofIncident(tx, incident.id(), ALERTS);
          return new IncidentPage(
              answers.view(tx, incident),
              firstAlerts,
              similar.to(tx, incident, visibility.to(caller)),
              timeline,
              show,
              version(tx, incident),
              caller.may(Rights.RESPONDER, incident.team()),
              refusal);
        });
  }

  /** Returns the reference of the incident of an id or reference. */
  String reference(Principal caller, String key) {
    return database.read(tx -> actions.find(tx, caller, key).reference());
  }

  /** Reads its version alone. */
  String version(Principal caller, String key) {
    return database.read(tx -> version(tx, actions.find(tx, caller, key)));
  }

  /** Every change has its entry; what runs is shown to the minute. */
  private static String version(Tx tx, Incident incident) {
    return incident.version()
        + "."
        + incident.entries()
        + "."
        + tx.now().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
  }
}
