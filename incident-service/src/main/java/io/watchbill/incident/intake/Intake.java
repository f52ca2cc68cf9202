package io.watchbill.incident.intake;

import static java.util.Objects.requireNonNull;

import io.watchbill.incident.alert.AlertRepository;
import io.watchbill.incident.alert.AlertRepository.Stored;
import io.watchbill.incident.dialect.Dialects;
import io.watchbill.incident.dialect.IncomingMessage;
import io.watchbill.incident.dialect.UnreadableMessageException;
import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.intake.Receipt.Counts;
import io.watchbill.incident.intake.RequestLog.Verdict;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.incident.problem.IncidentError;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.log.LogContext;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes the messages of senders: stores the request, reads it in its dialect, routes its groups and
 * opens or changes their incidents, all in one transaction. The sender gets an answer once that is
 * committed, or 503 and tries again.
 */
@ApplicationScoped
public class Intake {
  private static final Logger LOG = Logger.getLogger(Intake.class);
  private final Database database;
  private final IntegrationSettings integrations;
  private final Dialects dialects;
  private final AlertRepository alerts;
  private final Grouping grouping;
  private final RefusedMessages refused;
  private final RequestLog log;
  private final IntakeMetrics metrics;
  private final long maxBody;
  private final Duration deadline;

  Intake(
      Database database,
      IntegrationSettings integrations,
      Dialects dialects,
      AlertRepository alerts,
      Grouping grouping,
      RefusedMessages refused,
      RequestLog log,
      IntakeMetrics metrics,
      IntakeConfig config) {
    this.database = database;
    this.integrations = integrations;
    this.dialects = dialects;
    this.alerts = alerts;
    this.grouping = grouping;
    this.refused = refused;
    this.log = log;
    this.metrics = metrics;
    this.maxBody = config.maxBody().asLongValue();
    this.deadline = config.deadline();
  }

  /**
   * Stores a message.
   *
   * @param integration whose key it came with
   * @param visible which incidents the answer may name
   */
  Receipt receive(String integration, RawRequest request, VisibleIncidents visible) {
    long began = System.nanoTime();
    IntakeResult result = stored(integration, request);
    metrics.committed(
        result.outcome(), result.counts(), Duration.ofNanos(System.nanoTime() - began));
    log(integration, result);
    if (result.problem().isPresent()) {
      throw result.problem().get();
    }
    return result.receipt(visible);
  }

  private IntakeResult stored(String integration, RawRequest request) {
    try {
      return database.inTransaction(
          deadline, tx -> store(tx, integrations.active(tx, integration), request));
    } catch (DatabaseUnavailableException e) {
      metrics.unavailable();
      throw e;
    }
  }

  /** The lines of a request are found by its id and by the integration. */
  private static void log(String integration, IntakeResult result) {
    try (LogContext about = LogContext.with(LogContext.INTEGRATION, integration)) {
      Receipt receipt = result.receipt(VisibleIncidents.ALL);
      LOG.debugf(
          "request %s of %s %s for %s: %s",
          receipt.request(),
          integration,
          result.outcome().word(),
          receipt.incidents(),
          receipt.alerts().text());
    }
  }

  private IntakeResult store(Tx tx, Integration integration, RawRequest request) {
    if (request.cut()) {
      String why = "The message has more than " + maxBody + " bytes.";
      return refuse(
          tx, integration, request, RequestOutcome.OVERSIZED, IncidentError.MESSAGE_TOO_LARGE, why);
    }
    try {
      IncomingMessage message =
          dialects.of(integration.kind()).read(request.body(), integration.severities(), tx.now());
      return accept(tx, integration, request, message);
    } catch (UnreadableMessageException e) {
      return refuse(
          tx,
          integration,
          request,
          RequestOutcome.REFUSED,
          IncidentError.MESSAGE_REFUSED,
          requireNonNull(e.getMessage()));
    }
  }

  private IntakeResult accept(
      Tx tx, Integration integration, RawRequest request, IncomingMessage message) {
    UUID id = Ids.next();
    Actor by = Actor.integration(integration.id(), message.sender());
    List<Stored> stored = alerts.store(tx, integration.id(), message.alerts());
    List<Incident> touched = grouping.group(tx, Routing.route(message, integration), stored, by);
    Counts counts = Counts.of(message, stored);
    String truncated =
        message.isCut() ? "; its sender left out " + message.leftOut() + " more" : "";
    log.append(
        tx,
        id,
        integration.id(),
        request,
        new Verdict(
            RequestOutcome.ACCEPTED,
            counts.text() + truncated,
            200,
            counts.received(),
            touched.stream().findFirst().map(Incident::id)));
    return new IntakeResult(id, touched, counts, Optional.empty(), RequestOutcome.ACCEPTED);
  }

  private IntakeResult refuse(
      Tx tx,
      Integration integration,
      RawRequest request,
      RequestOutcome outcome,
      IncidentError error,
      String why) {
    UUID id = Ids.next();
    Actor by = Actor.integration(integration.id(), integration.kind());
    Incident incident = refused.report(tx, integration, why, by);
    log.append(
        tx,
        id,
        integration.id(),
        request,
        new Verdict(outcome, why, error.status(), 0, Optional.of(incident.id())));
    Problem problem = new Problem(error, why + " It is stored as request " + id + ".");
    return new IntakeResult(id, List.of(incident), Counts.NONE, Optional.of(problem), outcome);
  }
}
