package io.watchbill.rotation.oncall;

import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.RotationCalendar;
import io.watchbill.rotation.calendar.Shift;
import io.watchbill.rotation.calendar.Span;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.watch.WatchBill;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is on watch now, or was or will be at an instant. */
@ApplicationScoped
public class OnCallService {
  private final Database database;
  private final RotationRepository rotations;
  private final WatchBill watchBill;

  OnCallService(Database database, RotationRepository rotations, WatchBill watchBill) {
    this.database = database;
    this.rotations = rotations;
    this.watchBill = watchBill;
  }

  OnCall at(Optional<Instant> asked, Optional<String> rotation, Optional<String> role) {
    return database.read(tx -> at(tx, asked.orElseGet(tx::now), rotation, role));
  }

  private OnCall at(Tx tx, Instant at, Optional<String> rotation, Optional<String> role) {
    List<String> ids =
        rotations.presentAt(tx, at, rotation).stream().map(StoredRotation::id).toList();
    if (ids.isEmpty() && rotation.isPresent() && rotations.find(tx, rotation.get()).isEmpty()) {
      throw Problem.notFound("rotation", rotation.get());
    }
    Map<String, RotationCalendar> calendars =
        watchBill.calendars(tx, ids, new Span(at, Instant.MAX));
    List<OnCall.Item> items = new ArrayList<>();
    List<OnCall.Vacancy> gaps = new ArrayList<>();
    calendars.forEach((id, calendar) -> collect(id, calendar, at, role, items, gaps));
    boolean unknown = rotation.isPresent() && items.isEmpty() && gaps.isEmpty() && !ids.isEmpty();
    if (unknown && role.isPresent()) {
      throw Problem.notFound("role", role.get());
    }
    return new OnCall(items, gaps);
  }

  private static void collect(
      String rotation,
      RotationCalendar calendar,
      Instant at,
      Optional<String> wanted,
      List<OnCall.Item> items,
      List<OnCall.Vacancy> gaps) {
    calendar.roles(new Span(at, at.plusNanos(1))).stream()
        .filter(role -> wanted.map(role::equals).orElse(true))
        .forEach(
            role -> {
              List<Shift> onWatch = calendar.onWatch(role, at);
              OnCall.Next next = calendar.next(role, at).map(OnCall.Next::of).orElse(null);
              onWatch.forEach(shift -> items.add(item(rotation, shift, next)));
              if (onWatch.isEmpty()) {
                gaps.add(new OnCall.Vacancy(rotation, role, next));
              }
            });
  }

  private static OnCall.Item item(String rotation, Shift shift, OnCall.Next next) {
    Instant end = shift.span().end();
    return new OnCall.Item(
        rotation,
        shift.role(),
        shift.people(),
        shift.id().toString(),
        end.equals(Instant.MAX) ? null : end,
        shift.reason().text(),
        next);
  }
}
