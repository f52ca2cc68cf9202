package io.watchbill.rotation.board;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.board.ScheduleTable.Range;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationService;
import io.watchbill.rotation.rotation.RotationView;
import io.watchbill.rotation.shift.ShiftService;
import io.watchbill.rotation.shift.Shifts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads schedules for their pages. */
@ApplicationScoped
class ScheduleTables {
  private final Database database;
  private final RotationService rotations;
  private final ShiftService shifts;
  private final KnownPeople people;
  private final DayMarkReader marks;
  private final LaneReader lanes;
  private final Clock clock;
  private final Caller caller;

  ScheduleTables(
      Database database,
      RotationService rotations,
      ShiftService shifts,
      KnownPeople people,
      DayMarkReader marks,
      LaneReader lanes,
      Clock clock,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.shifts = shifts;
    this.people = people;
    this.marks = marks;
    this.lanes = lanes;
    this.clock = clock;
    this.caller = caller;
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  boolean mayMake() {
    return caller.principal().maySomewhere(Rights.MANAGER);
  }

  Slice<RotationView> rotations(SliceRequest page) {
    return rotations.list(page, false);
  }

  SchedulePage read(String id, Range range, int weeks, Locale language, LocalDate today) {
    RotationView rotation = rotations.get(id).rotation();
    Span span = new Span(range.start(), range.end());
    ShiftService.Layered both = shifts.layered(id, span);
    Shifts found = both.last();
    LaneFacts facts = lanes.read(id, span, both.layers());
    List<String> ids =
        found.shifts().stream().flatMap(shift -> shift.people().stream()).distinct().toList();
    List<String> named = Stream.concat(ids.stream(), facts.people()).toList();
    Map<String, String> names = database.read(tx -> people.names(tx, named));
    return new SchedulePage(
        rotation,
        ScheduleTable.of(found, names, range, language, today, marks.read(rotation, ids, range)),
        new LaneMaker(names, range, clock.instant()).lanes(facts),
        range,
        weeks,
        today,
        caller.principal().may(Rights.MANAGER, rotation.team()));
  }
}
