package io.watchbill.rotation.coverage;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.ShiftListener;
import io.watchbill.rotation.rotation.StoredRotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Checks the next 60 days of every rotation, daily and after each change, and notifies the lead of
 * gaps, of people with two roles, in two rotations or absent, and of people who cannot be reached.
 */
@ApplicationScoped
class CoverageMonitor implements TimerHandler, ShiftListener {
  /** The kind of its timers, which outlive a release. */
  private static final String KIND = "coverage-check";

  private static final Duration EVERY = Duration.ofDays(1);

  /** When to continue if there were too many findings to notify about at once. */
  private static final Duration SOON = Duration.ofHours(1);

  private final RotationRepository rotations;
  private final CoverageHorizon ahead;
  private final LeadNotices lead;
  private final ContactMonitor contacts;
  private final Timers timers;

  CoverageMonitor(
      RotationRepository rotations,
      CoverageHorizon ahead,
      LeadNotices lead,
      ContactMonitor contacts,
      Timers timers) {
    this.rotations = rotations;
    this.ahead = ahead;
    this.lead = lead;
    this.contacts = contacts;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Runnable before(Tx tx, StoredRotation rotation, String by) {
    return () -> timers.set(tx, KIND, rotation.id(), tx.now());
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    rotations
        .find(tx, key)
        .filter(rotation -> rotation.archivedAt().isEmpty())
        .ifPresent(rotation -> check(tx, rotation));
  }

  private void check(Tx tx, StoredRotation rotation) {
    CoverageCheck check = ahead.everything(tx, rotation);
    boolean more = lead.notifyOfNew(tx, rotation, false, check.range(), check.findings());
    contacts.checkSoon(tx, rotation.id());
    timers.set(tx, KIND, rotation.id(), tx.now().plus(more ? SOON : EVERY));
  }
}
