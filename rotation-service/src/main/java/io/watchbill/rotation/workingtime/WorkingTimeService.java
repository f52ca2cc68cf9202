package io.watchbill.rotation.workingtime;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calculates when people work, and adds working time to instants. */
@ApplicationScoped
public class WorkingTimeService {
  private static final Duration LONGEST_RANGE = Duration.ofDays(400);

  private final Database database;
  private final WorkingHoursReader hours;

  WorkingTimeService(Database database, WorkingHoursReader hours) {
    this.database = database;
    this.hours = hours;
  }

  /** Whose working time is requested. */
  enum Whose {
    ROTATION,
    PERSON,
    TEAM
  }

  WorkingTimeView within(Whose whose, String id, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw Problem.invalid("to", "'to' must lie after 'from'");
    }
    if (Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
      throw Problem.invalid(
          "to", "the range may have at most " + LONGEST_RANGE.toDays() + " days; ask for parts");
    }
    Span range = new Span(from, to);
    return database.read(tx -> WorkingTimeView.of(hours(tx, whose, id, range), range));
  }

  /** Returns whether it is working time, until when, and what comes next. */
  WorkingMoment at(Whose whose, String id, Optional<Instant> asked) {
    return database.read(
        tx -> {
          Instant at = asked.orElseGet(tx::now);
          return moment(businessTime(tx, whose, id, at), at);
        });
  }

  private static WorkingMoment moment(BusinessTime time, Instant at) {
    Optional<Span> current = time.window(at).filter(window -> window.contains(at));
    Optional<Span> next = time.window(current.map(Span::end).orElse(at));
    return new WorkingMoment(
        at,
        current.isPresent(),
        current.map(Span::end).orElse(null),
        next.map(WorkingTimeView.Item::of).orElse(null));
  }

  BusinessInstant plus(Whose whose, String id, Optional<Instant> asked, Duration duration) {
    return counted(whose, id, asked, (time, from) -> time.plus(from, duration));
  }

  BusinessInstant plusDays(Whose whose, String id, Optional<Instant> asked, int days) {
    return counted(whose, id, asked, (time, from) -> time.plusDays(from, days));
  }

  private interface Count {
    Optional<Instant> of(BusinessTime time, Instant from);
  }

  private BusinessInstant counted(Whose whose, String id, Optional<Instant> asked, Count count) {
    return database.read(
        tx -> {
          Instant from = asked.orElseGet(tx::now);
          return count
              .of(businessTime(tx, whose, id, from), from)
              .map(instant -> new BusinessInstant(from, instant))
              .orElseThrow(WorkingTimeService::tooFar);
        });
  }

  private static Problem tooFar() {
    return Problem.invalid("", "there is not so much working time in the next ten years");
  }

  private BusinessTime businessTime(Tx tx, Whose whose, String id, Instant from) {
    return hours(tx, whose, id, new Span(from, Instant.MAX)).businessTime();
  }

  private WorkingHours hours(Tx tx, Whose whose, String id, Span range) {
    return switch (whose) {
      case ROTATION -> hours.ofRotation(tx, id, range);
      case PERSON -> hours.ofPerson(tx, id);
      case TEAM -> hours.ofTeam(tx, id);
    };
  }
}
