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

/**
 * Tells the lead of people on call ahead whom no page can reach. The escalation-service is asked
 * between two transactions, so this has a loop of its own; while it does not answer, the look comes
 * again and nothing is told or forgotten.
 */
@ApplicationScoped
class ContactMonitor {
  private static final Duration POLL = Duration.ofSeconds(2);

  /** So long one look may ask: the loop must not seem to be stuck. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final RotationRepository rotations;
  private final CoverageHorizon ahead;
  private final Contacts contacts;
  private final DueContactChecks looks;
  private final LeadNotices lead;
  private final Loops loops;
  private volatile Loop loop;

  ContactMonitor(
      Database database,
      RotationRepository rotations,
      CoverageHorizon ahead,
      Contacts contacts,
      DueContactChecks looks,
      LeadNotices lead,
      Loops loops) {
    this.database = database;
    this.rotations = rotations;
    this.ahead = ahead;
    this.contacts = contacts;
    this.looks = looks;
    this.lead = lead;
    this.loops = loops;
  }

  /** What is looked at, once claimed. */
  private record Task(DueContactChecks.Look look, Optional<CoverageCheck> seen) {}

  void start(@Observes StartupEvent event) {
    loop = loops.start("contacts", POLL, this::turn);
  }

  /** Has the people of a rotation looked at once this transaction is committed. */
  void lookSoon(Tx tx, String rotation) {
    looks.set(tx, rotation);
    tx.afterCommit(this::nudge);
  }

  private void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean turn() {
    Optional<Task> claimed = database.inTransaction(this::claim);
    return claimed.isPresent() && done(claimed.get());
  }

  private Optional<Task> claim(Tx tx) {
    return looks
        .claim(tx)
        .map(look -> new Task(look, living(tx, look).map(rotation -> ahead.shifts(tx, rotation))));
  }

  private Optional<StoredRotation> living(Tx tx, DueContactChecks.Look look) {
    return rotations.find(tx, look.rotation()).filter(r -> r.archivedAt().isEmpty());
  }

  /** Whether it could be done; no other is tried at once when not. */
  private boolean done(Task task) {
    Optional<CoverageCheck> inspected = task.seen().flatMap(this::ask);
    if (task.seen().isPresent() && inspected.isEmpty()) {
      return false;
    }
    database.run(
        tx -> {
          if (looks.end(tx, task.look())) {
            inspected.ifPresent(check -> tell(tx, task.look(), check));
          }
        });
    return true;
  }

  /** Empty when it is not known of all. */
  private Optional<CoverageCheck> ask(CoverageCheck seen) {
    return unreachable(Presence.of(seen.shifts().shifts()).keySet()).map(seen::knowing);
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

  private void tell(Tx tx, DueContactChecks.Look look, CoverageCheck check) {
    living(tx, look)
        .ifPresent(
            rotation ->
                lead.tell(
                    tx,
                    rotation,
                    true,
                    check.range(),
                    check.findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.NO_CONTACT)
                        .toList()));
  }
}
