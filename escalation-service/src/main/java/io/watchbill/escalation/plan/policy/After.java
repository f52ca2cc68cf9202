package io.watchbill.escalation.plan.policy;

import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/** How long after its anchor a step is due. */
public sealed interface After {

  /** Returns the due instant; empty where the severity has no such clock. */
  Optional<Instant> from(Instant anchor, Facts facts, CachedShifts shifts);

  /** Returns how a person says it. */
  String words();

  /** A fixed distance: a day is 24 hours. */
  record Fixed(Duration duration) implements After {
    @Override
    public Optional<Instant> from(Instant anchor, Facts facts, CachedShifts shifts) {
      return Optional.of(anchor.plus(duration));
    }

    @Override
    public String words() {
      return Wording.duration(duration);
    }

    @Override
    public String toString() {
      return duration.toString();
    }
  }

  /**
   * Months and days on the calendar of a zone, at the anchor's local time. A local time that does
   * not exist means the first instant after the gap, one that occurs twice its first occurrence;
   * the 31st of a shorter month is its last day.
   */
  record Calendar(Period period, ZoneId zone) implements After {
    @Override
    public Optional<Instant> from(Instant anchor, Facts facts, CachedShifts shifts) {
      ZoneRules rules = zone.getRules();
      LocalDateTime local = LocalDateTime.ofInstant(anchor, zone).plus(period);
      ZoneOffsetTransition change = rules.getTransition(local);
      if (change != null && change.isGap()) {
        return Optional.of(change.getInstant());
      }
      return Optional.of(local.toInstant(rules.getValidOffsets(local).getFirst()));
    }

    @Override
    public String words() {
      return Wording.period(period);
    }

    @Override
    public String toString() {
      return period + " (" + zone + ")";
    }
  }

  /** Working time of a rotation; where it is not known, all time counts. */
  record Business(Duration duration, String rotation) implements After {
    @Override
    public Optional<Instant> from(Instant anchor, Facts facts, CachedShifts shifts) {
      return Optional.of(
          shifts
              .workingTime(rotation)
              .map(hours -> hours.plus(anchor, duration))
              .orElseGet(() -> anchor.plus(duration)));
    }

    @Override
    public String words() {
      return Wording.duration(duration) + " of the working hours of " + rotation;
    }

    @Override
    public String toString() {
      return duration + " of the working time of " + rotation;
    }
  }

  /** The acknowledgement SLA of the severity that the incident has at that moment. */
  record AcknowledgeSla() implements After {
    @Override
    public Optional<Instant> from(Instant anchor, Facts facts, CachedShifts shifts) {
      return facts.acknowledgeSla().map(anchor::plus);
    }

    @Override
    public String words() {
      return "the acknowledgement SLA";
    }

    @Override
    public String toString() {
      return "the acknowledgement SLA";
    }
  }
}
