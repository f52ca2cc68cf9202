package io.watchbill.incident.testpage;

import io.watchbill.incident.incident.Actors;
import io.watchbill.incident.incident.AfterChange;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.incident.incident.Incidents;
import io.watchbill.incident.incident.NewIncident;
import io.watchbill.incident.lifecycle.Acknowledged;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.lifecycle.DecisionReason;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.lifecycle.StateKind;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sends test pages: an incident of its own pages the person by the whole path. The person's
 * acknowledgement is the proof and resolves it; after some minutes without one it resolves itself,
 * also when it was reopened.
 */
@ApplicationScoped
class TestPages implements AfterChange, TimerHandler {
  /** How long a test page waits for its acknowledgement. */
  static final Duration WAITS = Duration.ofMinutes(10);

  private static final int MOST_IN_AN_HOUR = 10;

  /** The escalation-service has a policy of its own for this; ids of others have no colon. */
  private static final String POLICY = "test-page:";

  private final TestPageRepository pages;
  private final Incidents incidents;
  private final IncidentRepository repository;
  private final Actors actors;
  private final Timers timers;

  TestPages(
      TestPageRepository pages,
      Incidents incidents,
      IncidentRepository repository,
      Actors actors,
      Timers timers) {
    this.pages = pages;
    this.incidents = incidents;
    this.repository = repository;
    this.actors = actors;
    this.timers = timers;
  }

  /** Returns the test pages of a person, the newest first. */
  List<TestPage> of(Tx tx, String person) {
    return pages.of(tx, person);
  }

  /**
   * Sends a test page to a person.
   *
   * @param team whose incident it is
   * @throws Problem while one waits, and after too many
   */
  TestPage send(Tx tx, String person, String team, Actor by) {
    if (pages.within(tx, person, Duration.ofHours(1)) >= MOST_IN_AN_HOUR) {
      throw new Problem(
          KitError.TOO_MANY_REQUESTS,
          "At most " + MOST_IN_AN_HOUR + " test pages in an hour are sent to a person.");
    }
    NewIncident opened =
        new NewIncident(
            "Test page for " + actors.person(person, "api"),
            team,
            Optional.of(POLICY + person),
            Optional.empty(),
            Severity.P3,
            Set.of(),
            "test page, asked for by " + by,
            Optional.empty());
    Incident incident = incidents.open(tx, Ids.next(), opened, by);
    if (!pages.insert(tx, incident.id(), incident.identity().number(), person)) {
      throw new Problem(
          IncidentError.TEST_PAGE_WAITS,
          "A test page for this person waits to be acknowledged; it ends after "
              + WAITS.toMinutes()
              + " minutes.");
    }
    waitFor(tx, incident);
    return pages.find(tx, incident.id()).orElseThrow();
  }

  private void waitFor(Tx tx, Incident incident) {
    timers.set(tx, kind(), incident.id().toString(), tx.now().plus(WAITS));
  }

  @Override
  public Incident changed(Tx tx, Incident before, Incident after) {
    StateKind is = after.lifecycle().state().kind();
    if (is == before.lifecycle().state().kind() || person(after).isEmpty()) {
      return after;
    }
    return switch (is) {
      case ACKNOWLEDGED -> acknowledged(tx, after);
      case RESOLVED -> {
        pages.end(tx, after.id(), null);
        timers.cancel(tx, kind(), after.id().toString());
        yield after;
      }
      case TRIGGERED -> {
        waitFor(tx, after);
        yield after;
      }
    };
  }

  private Incident acknowledged(Tx tx, Incident incident) {
    if (!(incident.lifecycle().state() instanceof Acknowledged now)) {
      return incident;
    }
    boolean proof =
        now.by().isPerson() && person(incident).filter(now.by().id()::equals).isPresent();
    pages.end(tx, incident.id(), proof ? now.by().channel() : null);
    return end(tx, incident, DecisionReason.TEST_PAGE_ACKNOWLEDGED, now.by());
  }

  /** Returns whom an incident pages as a test; empty for every other, and once it is no test. */
  private static Optional<String> person(Incident incident) {
    return incident
        .policy()
        .filter(policy -> policy.startsWith(POLICY))
        .map(policy -> policy.substring(POLICY.length()));
  }

  private Incident end(Tx tx, Incident incident, DecisionReason why, Actor by) {
    return incidents.apply(tx, incident, incident.lifecycle().end(why, by, tx.now()));
  }

  @Override
  public String kind() {
    return "test-page";
  }

  /** Ends a test page that nobody acknowledged; what was given to a team goes on. */
  @Override
  public void fire(Tx tx, String key, Instant due) {
    UUID id = UUID.fromString(key);
    repository
        .lock(tx, id)
        .ifPresent(
            incident -> {
              pages.end(tx, id, null);
              if (person(incident).isPresent()) {
                end(tx, incident, DecisionReason.TEST_PAGE_OVER, Actor.CLOCK);
              }
            });
  }
}
