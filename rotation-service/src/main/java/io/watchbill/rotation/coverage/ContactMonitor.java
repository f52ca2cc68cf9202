package io.watchbill.rotation.coverage;

import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.rotation.calendar.fairness.Presence;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notifies the lead of people on call in the coming weeks whom no page can reach. Calls the
 * escalation service between two transactions, so it has a loop of its own; while the service does
 * not answer, the check is retried and nobody is notified.
 */
@ApplicationScoped
class ContactMonitor {
  private static final Duration POLL = Duration.ofSeconds(2);

  /** The longest time for one check, so that the loop does not appear stuck. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final RotationRepository rotations;
  private final CoverageHorizon ahead;
  private final Contacts contacts;
  private final DueContactChecks checks;
  private final LeadNotices lead;
  private final Loops loops;
  private volatile @Nullable Loop loop;

  ContactMonitor(
      Database database,
      RotationRepository rotations,
      CoverageHorizon ahead,
      Contacts contacts,
      DueContactChecks checks,
      LeadNotices lead,
      Loops loops) {
    this.database = database;
    this.rotations = rotations;
    this.ahead = ahead;
    this.contacts = contacts;
    this.checks = checks;
    this.lead = lead;
    this.loops = loops;
  }

  /** A claimed check. */
  private record Task(DueContactChecks.ContactCheck due, Optional<CoverageCheck> check) {}

  void start(@Observes StartupEvent event) {
    loop = loops.start("contacts", POLL, this::turn);
  }

  /** Schedules a check of the rotation's people once this transaction is committed. */
  void checkSoon(Tx tx, String rotation) {
    checks.set(tx, rotation);
    tx.afterCommit(this::nudge);
  }

  private void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean turn() {
    DueContactChecks.Claimed<Task> claimed =
        database.inTransaction(tx -> checks.claim(tx, this::task));
    return claimed.any() && claimed.task().map(this::done).orElse(true);
  }

  private Task task(Tx tx, DueContactChecks.ContactCheck due) {
    return new Task(due, active(tx, due).map(rotation -> ahead.shifts(tx, rotation)));
  }

  private Optional<StoredRotation> active(Tx tx, DueContactChecks.ContactCheck due) {
    return rotations.find(tx, due.rotation()).filter(r -> r.archivedAt().isEmpty());
  }

  /** Returns whether the check succeeded; when not, no other is tried at once. */
  private boolean done(Task task) {
    Optional<CoverageCheck> complete = task.check().flatMap(this::ask);
    if (task.check().isPresent() && complete.isEmpty()) {
      return false;
    }
    database.run(
        tx -> {
          if (checks.end(tx, task.due())) {
            complete.ifPresent(check -> notifyLead(tx, task.due(), check));
          }
        });
    return true;
  }

  /** Adds unreachable people to the check; empty when they are not known for all. */
  private Optional<CoverageCheck> ask(CoverageCheck check) {
    return unreachable(Presence.of(check.shifts().shifts()).keySet()).map(check::knowing);
  }

  private Optional<Set<String>> unreachable(Collection<String> people) {
    long began = System.nanoTime();
    Set<String> unreachable = new TreeSet<>();
    for (String person : people) {
      Optional<Set<String>> one = contacts.unreachable(Set.of(person));
      if (one.isEmpty() || System.nanoTime() - began > PATIENCE.toNanos()) {
        return Optional.empty();
      }
      unreachable.addAll(one.get());
    }
    return Optional.of(unreachable);
  }

  private void notifyLead(Tx tx, DueContactChecks.ContactCheck due, CoverageCheck check) {
    active(tx, due)
        .ifPresent(
            rotation ->
                lead.notifyOfNew(
                    tx,
                    rotation,
                    true,
                    check.range(),
                    check.findings().stream()
                        .filter(finding -> finding.kind() == CoverageFinding.Kind.NO_CONTACT)
                        .toList()));
  }
}
