package io.watchbill.rotation.shiftnotice;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.timer.TimerHandler;
import io.watchbill.kit.timer.Timers;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Notifies people a day before their shifts, and when they begin and end: one timer for each
 * rotation, set to the next such instant. Stores until when people have been notified, so that
 * nobody is notified twice.
 */
@ApplicationScoped
class ShiftTimes implements TimerHandler {
  private static final String KIND = "shift-times";

  /** Notifications older than this are dropped. */
  private static final Duration STALE = Duration.ofHours(1);

  private static final Duration PLANNED_AHEAD = Duration.ofDays(8);

  /** Added to both ends of the range, where shifts are cut and their edges mean nothing. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final RotationRepository rotations;
  private final ScheduleReader schedules;
  private final NoticePublisher notices;
  private final Timers timers;
  private final NotifiedRepository marks;

  ShiftTimes(
      RotationRepository rotations,
      ScheduleReader schedules,
      NoticePublisher notices,
      Timers timers,
      NotifiedRepository marks) {
    this.rotations = rotations;
    this.schedules = schedules;
    this.notices = notices;
    this.timers = timers;
    this.marks = marks;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Resets the timer once this transaction is committed. */
  void reset(Tx tx, String rotation) {
    timers.set(tx, KIND, rotation, tx.now());
  }

  @Override
  public void fire(Tx tx, String key, Instant due) {
    // The transaction may have begun an instant before the timer was due.
    Instant now = tx.now().isBefore(due) ? due : tx.now();
    rotations
        .find(tx, key)
        .filter(rotation -> rotation.archivedAt().isEmpty())
        .ifPresent(rotation -> notifyPeople(tx, rotation, now));
  }

  private void notifyPeople(Tx tx, StoredRotation rotation, Instant now) {
    Instant notified =
        marks
            .notifiedUntil(tx, rotation.id())
            .map(at -> at.isBefore(now.minus(STALE)) ? now.minus(STALE) : at)
            .orElse(now);
    Instant until = now.plus(PLANNED_AHEAD);
    Span range = new Span(notified.minus(MARGIN), until.plus(MARGIN).plus(Handovers.AHEAD));
    List<Handovers.ShiftMoment> moments =
        Handovers.of(
            new RotationCalendar(schedules.rotation(tx, rotation.id(), range))
                .shifts(range)
                .shifts());
    Handovers.between(moments, notified, now).forEach(moment -> notifyPerson(tx, rotation, moment));
    marks.remember(tx, rotation.id(), now);
    Instant next = Handovers.next(moments, now).filter(until::isAfter).orElse(until);
    timers.set(tx, KIND, rotation.id(), next);
  }

  private void notifyPerson(Tx tx, StoredRotation rotation, Handovers.ShiftMoment moment) {
    String place = moment.role() + " of " + rotation.name();
    String title =
        switch (moment.kind()) {
          case SHIFT_SOON -> "You will be on call as " + place + " in 24 hours";
          case SHIFT_BEGINS -> "You are now on call as " + place;
          case SHIFT_ENDS -> "You are no longer on call as " + place;
        };
    notices.notifyPerson(
        tx,
        moment.person(),
        rotation,
        moment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        moment.at(),
        to -> new NoticeText(title, "From " + to.times(moment.shift()) + "."));
  }
}
