package io.watchbill.escalation.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.picture.PictureRepository;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * An open, unmuted, unacknowledged incident without a running escalation is an alarm: it is
 * counted, logged, and its escalation started. One replica looks for all.
 */
@ApplicationScoped
class OpenIncidents {
  private static final Logger LOG = Logger.getLogger(OpenIncidents.class);
  private static final String NAME = "open-incidents";
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int PART = 100;

  private final Database database;
  private final PictureRepository stored;
  private final Pictures pictures;
  private final Inspections inspections;
  private final Loops loops;
  private volatile long without;

  OpenIncidents(
      Database database,
      PictureRepository stored,
      Pictures pictures,
      Inspections inspections,
      Loops loops,
      MeterRegistry metrics) {
    this.database = database;
    this.stored = stored;
    this.pictures = pictures;
    this.inspections = inspections;
    this.loops = loops;
    Gauge.builder("watchbill.incidents.without.escalation", this, OpenIncidents::without)
        .description("Open, unmuted, unacknowledged incidents for which no escalation runs")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loops.start(NAME, POLL, this::turn);
  }

  private boolean turn() {
    if (inspections.begin(NAME, EVERY)) {
      inspections.ended(NAME, look());
    }
    without = inspections.last(NAME).found();
    return false;
  }

  private int look() {
    List<IncidentPicture> found =
        database.inTransaction(tx -> stored.openWithoutEscalation(tx, PART));
    if (!found.isEmpty()) {
      startAll(found);
    }
    return found.size();
  }

  private void startAll(List<IncidentPicture> found) {
    try {
      pictures.ensureRunning(found);
      found.forEach(OpenIncidents::tell);
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      found.forEach(this::start);
    }
  }

  private static void tell(IncidentPicture picture) {
    LOG.errorf("incident %s is open and nothing escalates it: it is started", picture.id());
  }

  /** One that cannot be started must not keep the others from it. */
  private void start(IncidentPicture picture) {
    tell(picture);
    try {
      pictures.ensureRunning(List.of(picture));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "the escalation of incident %s cannot be started", picture.id());
    }
  }

  private double without() {
    return without;
  }
}
