package io.watchbill.escalation.restore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the database was restored to an older moment. Every replica stores a note every few
 * seconds, and compares: a note that is gone was lost with all that was committed since. It is
 * compared before anything is sent by what another server of the database says, too, and so is what
 * was sent last: a loss between two notes has no note.
 */
@ApplicationScoped
public class Restores {
  private static final Logger LOG = Logger.getLogger(Restores.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Database database;
  private final RestoreRepository repository;
  private final LastSends sends;
  private final RestoreEntries entries;
  private final Loops loops;
  private final Clock clock;
  private final UUID replica = Ids.next();
  private final ReentrantLock comparing = new ReentrantLock();
  private Loss.@Nullable Stored stored;

  /** When the server was started on which the last comparison was committed. */
  private volatile @Nullable Instant comparedServer;

  /** When the server was started on which the newest comparison has begun. */
  private volatile @Nullable Instant comparingServer;

  private volatile List<Restore> recent = List.of();

  Restores(
      Database database,
      RestoreRepository repository,
      LastSends sends,
      RestoreEntries entries,
      Loops loops,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.repository = repository;
    this.sends = sends;
    this.entries = entries;
    this.loops = loops;
    this.clock = clock;
    Gauge.builder("watchbill.restored.age", this, Restores::secondsSinceNoticed)
        .description("How long ago it was noticed that the database was restored; NaN after a day")
        .baseUnit("seconds")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    loops.start("restores", EVERY, this::turn);
  }

  /** Returns whether more timelines are to tell of a restore. */
  boolean turn() {
    comparing.lock();
    try {
      compare();
    } finally {
      comparing.unlock();
    }
    return !recent.isEmpty() && entries.record();
  }

  /** Requests which server answers, for {@link #compareOn}; waits for nothing. */
  public Supplier<Instant> askForServer(Tx tx) {
    return repository.askForServer(tx);
  }

  /**
   * Returns when it is known whether the database was restored before this server answered: then
   * what was claimed may be sent.
   *
   * @param one delivery of the claim that is sent
   */
  public void compareOn(Instant answering, Claimed one, Instant now) {
    // Before the look at the server: a comparison that begins after this finds the send.
    sends.about(one, answering, now);
    if (answering.equals(comparingServer) && answering.equals(comparedServer)) {
      return;
    }
    comparing.lock();
    try {
      if (!answering.equals(comparedServer)) {
        compare();
      }
    } finally {
      comparing.unlock();
    }
  }

  /**
   * Returns the moment to which the database was restored, if a page that is sent now may repeat
   * one that was sent before; the oldest of such moments.
   *
   * @param incident whose page it is
   */
  public Optional<Instant> repeatedSince(IncidentSnapshot incident, Instant now) {
    return recent.stream()
        .filter(restore -> restore.mayRepeat(incident, now))
        .map(Restore::restoredTo)
        .min(Instant::compareTo);
  }

  private void compare() {
    Compared result = database.inTransaction(this::compare);
    stored = result.stored();
    recent = result.recent();
    comparedServer = result.server();
    sends.forget(result.asked());
    result
        .loss()
        .ifPresent(
            loss ->
                LOG.errorf(
                    "the database was restored to its state of %s: %s; pages of incidents of"
                        + " before are marked",
                    loss.restoredTo(), loss.evidence()));
  }

  private record Compared(
      Loss.Stored stored,
      List<Restore> recent,
      Instant server,
      LastSends.Asked asked,
      Optional<Loss> loss) {}

  private Compared compare(Tx tx) {
    Loss.Stored before = stored;
    Instant answering = repository.askForServer(tx).get();
    comparingServer = answering;
    LastSends.Asked asked = sends.ask(tx, answering);
    Optional<Loss> loss =
        Loss.of(
                before,
                repository.noteOf(tx, replica),
                repository.newestNote(tx),
                asked.lost(),
                tx.now())
            .filter(one -> isNews(tx, one));
    loss.ifPresent(one -> repository.insert(tx, one.restoredTo(), one.evidence()));
    long number = before == null ? 1 : before.number() + 1;
    repository.note(tx, replica, number);
    if (before == null) {
      repository.forgetOldNotes(tx);
    }
    return new Compared(
        new Loss.Stored(number, tx.now()),
        repository.noticedSince(tx, tx.now().minus(Restore.MARKED)),
        answering,
        asked,
        loss);
  }

  /** Returns whether neither another replica nor an operator has noted it. */
  private boolean isNews(Tx tx, Loss loss) {
    repository.lock(tx);
    return repository.noticedSince(tx, loss.seen()).stream().noneMatch(loss::isOf);
  }

  private double secondsSinceNoticed() {
    return recent.isEmpty()
        ? Double.NaN
        : Duration.between(recent.getLast().noticedAt(), clock.instant()).toMillis() / 1e3;
  }
}
