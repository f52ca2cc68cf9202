package io.watchbill.rotation.calendar.shift;

import static io.watchbill.rotation.calendar.Calendars.CHICAGO;
import static io.watchbill.rotation.calendar.Calendars.add;
import static io.watchbill.rotation.calendar.Calendars.beside;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.every;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.overridden;
import static io.watchbill.rotation.calendar.Calendars.replace;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.time.Cadence.Unit.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an override must name to relieve somebody. */
class ReliefTest {
  private static final Span TWO_DAYS = span("2026-06-01T08:00-05:00", "2026-06-03T08:00-05:00");
  private static final String FROM = "2026-06-02T08:00-05:00";
  private static final String TO = "2026-06-02T12:00-05:00";

  private final Version daily =
      first(role("primary", layer("main", every(1, DAY, "2026-06-01T08:00", CHICAGO), "a b c")));

  private static List<Relief> reliefs(RotationCalendar calendar, String person) {
    return Relief.of(person, calendar.shifts(TWO_DAYS, "primary").shifts());
  }

  @Test
  void peopleByTheDefinitionAreNamedThemselves() {
    assertThat(reliefs(calendar(daily), "b"))
        .containsExactly(new Relief(span(FROM, "2026-06-03T08:00-05:00"), Optional.of("b")));
  }

  @Test
  void aReplacementIsRelievedByNamingTheOther() {
    assertThat(reliefs(overridden(daily, replace("o1", "primary", "b", "z", FROM, TO)), "z"))
        .containsExactly(new Relief(span(FROM, TO), Optional.of("b")));
  }

  @Test
  void aReplacementOfEverybodyOnCallIsRelievedInTheSameWay() {
    assertThat(reliefs(overridden(daily, replace("o1", "primary", null, "z", FROM, TO)), "z"))
        .containsExactly(new Relief(span(FROM, TO), Optional.empty()));
  }

  @Test
  void anAddedPersonReplacesNobody() {
    assertThat(reliefs(beside(daily, add("o1", "primary", "z", FROM, TO)), "z")).isEmpty();
  }
}
