package io.watchbill.incident.incident;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Performs what the caller of a request asks for, and shows the incident afterwards. */
@ApplicationScoped
public class IncidentAnswers {
  private final Database database;
  private final IncidentActions actions;
  private final IncidentLinks links;
  private final Caller caller;

  IncidentAnswers(Database database, IncidentActions actions, IncidentLinks links, Caller caller) {
    this.database = database;
    this.actions = actions;
    this.links = links;
    this.caller = caller;
  }

  IncidentView act(String id, IncidentBodies.@Nullable Note note, IncidentActions.Action action) {
    return view(actions.act(id, caller.principal(), IncidentBodies.Note.of(note), action));
  }

  IncidentView view(Incident incident) {
    return database.read(tx -> view(tx, incident));
  }

  public IncidentView view(Tx tx, Incident incident) {
    return IncidentView.of(incident, tx.now(), links.of(incident));
  }
}
