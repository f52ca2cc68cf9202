package io.watchbill.incident.incident;

import io.quarkus.arc.All;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.ClockKind;
import io.watchbill.incident.lifecycle.Decision;
import io.watchbill.incident.lifecycle.Lifecycle;
import io.watchbill.incident.lifecycle.Mute;
import io.watchbill.incident.lifecycle.NewEntry;
import io.watchbill.incident.severity.SeverityCatalogue;
import io.watchbill.incident.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.event.Outbox;
import io.watchbill.kit.event.OutboxMessage;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores decisions about incidents: state, clocks, roles, timeline, timers and the event for the
 * escalation-service, all in one transaction.
 */
@ApplicationScoped
public class Incidents {
  /** The event that carries an incident's new snapshot to the escalation-service. */
  public static final String SNAPSHOT = "incident.snapshot";

  /** Urgent snapshots of P0 go first, then of P1, then of the others; not urgent ones last. */
  private static final int LOWEST_URGENT = 2;

  private final IncidentStore store;
  private final Timeline timeline;
  private final SeverityCatalogue catalogue;
  private final Outbox outbox;
  private final Timers timers;
  private final AcknowledgementTimeouts timeouts;
  private final IncidentLog log;
  private final List<AfterChange> afterChange;

  Incidents(
      IncidentStore store,
      Timeline timeline,
      SeverityCatalogue catalogue,
      Outbox outbox,
      Timers timers,
      AcknowledgementTimeouts timeouts,
      IncidentLog log,
      @All List<AfterChange> afterChange) {
    this.store = store;
    this.timeline = timeline;
    this.catalogue = catalogue;
    this.outbox = outbox;
    this.timers = timers;
    this.timeouts = timeouts;
    this.log = log;
    this.afterChange = afterChange;
  }

  /** Opens an incident, which pages. */
  public Incident open(Tx tx, UUID id, NewIncident opened, Actor by) {
    Decision decision =
        Lifecycle.open(
            opened.severity(), opened.tags(), opened.cause(), by, tx.now(), catalogue.times(tx));
    List<NewEntry> entries = decision.entries();
    Incident incident = store.insert(tx, id, opened, decision.next(), entries.size());
    timeline.append(tx, id, 0, entries, null);
    notify(tx, incident, true);
    log.write(tx, incident, decision);
    setClocks(tx, Map.of(), incident);
    return incident;
  }

  /** Stores a decision about an incident that this transaction has locked. */
  public Incident apply(Tx tx, Incident before, Decision decision) {
    return apply(tx, before, decision, null);
  }

  /**
   * Stores a decision that a peer service's event caused.
   *
   * @param eventId stored with the first timeline entry, so that the event takes effect once
   */
  public Incident apply(Tx tx, Incident before, Decision decision, @Nullable String eventId) {
    List<NewEntry> entries = decision.entries();
    boolean changes = !decision.next().equals(before.lifecycle());
    boolean raises = changes && decision.mattersForPaging();
    Incident after = before.with(decision.next(), raises, entries.size());
    log.write(tx, after, decision);
    timeline.append(tx, before.id(), before.entries(), entries, eventId);
    if (changes || !entries.isEmpty()) {
      store.update(tx, before, after);
    }
    if (!changes) {
      return after;
    }
    if (raises) {
      notify(tx, after, decision.isUrgentAfter(before.lifecycle()));
    }
    setClocks(tx, before.lifecycle().deadlines(), after);
    if (!before.lifecycle().mute().equals(after.lifecycle().mute())) {
      set(tx, MuteTimer.KIND, after, after.lifecycle().mute().map(Mute::until));
    }
    if (mayTimeOut(before) || mayTimeOut(after)) {
      set(tx, TimeoutTimer.KIND, after, timeouts.end(tx, after));
    }
    return goOn(tx, before, after);
  }

  private Incident goOn(Tx tx, Incident before, Incident changed) {
    Incident after = changed;
    for (AfterChange next : afterChange) {
      after = next.changed(tx, before, after);
    }
    return after;
  }

  /** Places or releases the legal hold of an incident that this transaction has locked. */
  Incident hold(Tx tx, Incident before, boolean hold, String why, Actor by) {
    if (before.legalHold() == hold) {
      return before;
    }
    Decision decision = before.lifecycle().edits().held(hold, why, by, tx.now());
    int entries = decision.entries().size();
    Incident after = before.held(hold).with(decision.next(), true, entries);
    timeline.append(tx, before.id(), before.entries(), decision.entries(), null);
    store.update(tx, before, after);
    log.write(tx, after, decision);
    notify(tx, after, false);
    return after;
  }

  private void notify(Tx tx, Incident incident, boolean urgent) {
    int priority =
        urgent
            ? Math.min(LOWEST_URGENT, incident.lifecycle().severity().ordinal())
            : LOWEST_URGENT + 1;
    outbox.append(tx, new OutboxMessage(SNAPSHOT, incident.id().toString(), priority, null));
  }

  /** Sets the timers of the clocks whose deadlines have changed. */
  private void setClocks(Tx tx, Map<ClockKind, Instant> before, Incident incident) {
    Map<ClockKind, Instant> after = incident.lifecycle().deadlines();
    for (ClockKind kind : ClockKind.values()) {
      Optional<Instant> due = Optional.ofNullable(after.get(kind));
      if (!due.equals(Optional.ofNullable(before.get(kind)))) {
        set(tx, kind.word(), incident, due);
      }
    }
  }

  private void set(Tx tx, String kind, Incident incident, Optional<Instant> due) {
    String key = incident.id().toString();
    due.ifPresentOrElse(at -> timers.set(tx, kind, key, at), () -> timers.cancel(tx, kind, key));
  }

  private static boolean mayTimeOut(Incident incident) {
    return incident.lifecycle().state() instanceof Acknowledged;
  }
}
