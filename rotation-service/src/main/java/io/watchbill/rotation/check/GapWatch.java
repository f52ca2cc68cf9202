package io.watchbill.rotation.check;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import io.watchbill.rotation.calendar.Gap;
import io.watchbill.rotation.calendar.RotationCalendar;
import io.watchbill.rotation.calendar.Span;
import io.watchbill.rotation.notice.Notices;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.ShiftWatcher;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.watch.WatchBill;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Tells the lead of gaps of the next 14 days, each once: every day, and after every change. */
@ApplicationScoped
class GapWatch implements TimerHandler, ShiftWatcher {
  private static final String KIND = "gap-watch";
  private static final Duration AHEAD = Duration.ofDays(14);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final int MOST_TOLD = 20;

  private final RotationRepository rotations;
  private final WatchBill watchBill;
  private final CheckRepository checks;
  private final Notices notices;
  private final Timers timers;

  GapWatch(
      RotationRepository rotations,
      WatchBill watchBill,
      CheckRepository checks,
      Notices notices,
      Timers timers) {
    this.rotations = rotations;
    this.watchBill = watchBill;
    this.checks = checks;
    this.notices = notices;
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
        .ifPresent(rotation -> look(tx, rotation));
  }

  private void look(Tx tx, StoredRotation rotation) {
    Span ahead = new Span(tx.now(), tx.now().plus(AHEAD));
    new RotationCalendar(watchBill.rotation(tx, rotation.id(), ahead))
        .shifts(ahead).gaps().stream()
            .filter(gap -> !gap.byDesign())
            .limit(MOST_TOLD)
            .filter(gap -> checks.tellsFirst(tx, rotation.id(), gap.role(), known(gap, ahead)))
            .forEach(gap -> tell(tx, rotation, gap));
    checks.forgetBefore(tx, rotation.id(), tx.now().minus(AHEAD));
    timers.set(tx, KIND, rotation.id(), tx.now().plus(EVERY));
  }

  /** A gap in course is one and the same, whenever it is looked at within a day. */
  private static Instant known(Gap gap, Span ahead) {
    return gap.span().start().equals(ahead.start())
        ? gap.span().start().truncatedTo(java.time.temporal.ChronoUnit.DAYS)
        : gap.span().start();
  }

  private void tell(Tx tx, StoredRotation rotation, Gap gap) {
    notices.tellLead(
        tx,
        rotation,
        "gap-ahead",
        "Nobody is " + gap.role() + " of " + rotation.name(),
        "From " + gap.span().start() + " to " + gap.span().end() + ".",
        gap.span().start());
  }
}
