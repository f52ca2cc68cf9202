package io.watchbill.rotation.check;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import io.watchbill.rotation.calendar.FinalShifts;
import io.watchbill.rotation.calendar.Presence;
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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * Tells the lead what is wrong with the next 14 days (gaps, people in two roles, people who are
 * absent), each once: every day, and after every change.
 */
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
    inspection(tx, rotation.id(), ahead).findings().stream()
        .filter(
            finding -> checks.tellsFirst(tx, rotation.id(), place(finding), known(finding, ahead)))
        .limit(MOST_TOLD)
        .forEach(finding -> tell(tx, rotation, finding));
    checks.forgetBefore(tx, rotation.id(), tx.now().minus(AHEAD));
    timers.set(tx, KIND, rotation.id(), tx.now().plus(EVERY));
  }

  /** Of what the rotation itself tells: neither other rotations nor contacts are looked at. */
  private Inspection inspection(Tx tx, String rotation, Span ahead) {
    RotationCalendar calendar = new RotationCalendar(watchBill.rotation(tx, rotation, ahead));
    FinalShifts shifts = calendar.shifts(ahead);
    return new Inspection(
        ahead,
        shifts,
        Set.copyOf(calendar.roles(ahead)),
        Map.of(),
        checks.absences(tx, Presence.of(shifts.shifts()).keySet(), ahead),
        null);
  }

  private static String place(Finding finding) {
    return finding.kind() == Finding.Kind.GAP
        ? finding.role()
        : finding.kind().wire() + " " + finding.person();
  }

  /** What is in course is one and the same, whenever it is looked at within a day. */
  private static Instant known(Finding finding, Span ahead) {
    return finding.from().equals(ahead.start())
        ? finding.from().truncatedTo(ChronoUnit.DAYS)
        : finding.from();
  }

  private void tell(Tx tx, StoredRotation rotation, Finding finding) {
    boolean gap = finding.kind() == Finding.Kind.GAP;
    notices.tellLead(
        tx,
        rotation,
        gap ? "gap-ahead" : "clash-ahead",
        gap
            ? "Nobody is " + finding.role() + " of " + rotation.name()
            : "In " + rotation.name() + " " + finding.text(),
        "From " + finding.from() + " to " + finding.to() + ".",
        finding.from());
  }
}
