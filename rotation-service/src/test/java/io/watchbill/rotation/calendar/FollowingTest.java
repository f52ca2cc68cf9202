package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.LOS_ANGELES;
import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.overridden;
import static io.watchbill.rotation.calendar.Calendars.peopleOn;
import static io.watchbill.rotation.calendar.Calendars.replace;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.standing;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Roles that follow another and must differ from it. */
class FollowingTest {

  private static final String MONDAY = "2026-01-05T09:00-08:00";
  private static final String TUESDAY = "2026-01-06T09:00-08:00";
  private static final String WEDNESDAY = "2026-01-07T09:00-08:00";

  private final Instant tuesdayNoon = at("2026-01-06T12:00-08:00");

  private static Version pool(String turns) {
    return first(
        role("primary", layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), turns)),
        following("secondary", "primary", 1));
  }

  @Test
  void theSecondaryTakesTheTurnOfTheNext() {
    FinalShifts shifts =
        calendar(pool("alice bob charlie"))
            .shifts(span(MONDAY, "2026-01-26T09:00-08:00"), "secondary");

    assertThat(lines(shifts.shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 bob",
            "2026-01-12T09:00-08:00 charlie",
            "2026-01-19T09:00-08:00 alice");
  }

  @Test
  void aFollowerMayBeDefinedBeforeTheRoleItFollows() {
    RotationCalendar calendar =
        calendar(
            first(
                following("third", "secondary", 1),
                following("secondary", "primary", 1),
                role(
                    "primary",
                    layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob carol"))));

    assertThat(peopleOn(calendar, "third", tuesdayNoon)).containsExactly("carol");
  }

  @Test
  void whenTheSecondaryReplacesThePrimaryTheNextPersonIsSecondary() {
    RotationCalendar calendar =
        overridden(
            pool("alice bob charlie"),
            replace("o1", "primary", "alice", "bob", TUESDAY, WEDNESDAY));

    FinalShifts shifts = calendar.shifts(span(MONDAY, "2026-01-12T09:00-08:00"), "secondary");

    assertThat(lines(shifts.shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-05T09:00-08:00 bob",
            "2026-01-06T09:00-08:00 charlie",
            "2026-01-07T09:00-08:00 bob");
    assertThat(shifts.shifts().get(1).id()).hasToString("security/secondary/weekly/1/0/o1");
    assertThat(shifts.shifts().get(1).reason().text())
        .isEqualTo("next who is not primary at the same time");
  }

  @Test
  void theRelievedPersonIsSecondaryOnlyWhenNobodyElseCanBe() {
    RotationCalendar two =
        overridden(pool("alice bob"), replace("o1", "primary", "alice", "bob", TUESDAY, WEDNESDAY));

    assertThat(peopleOn(two, "secondary", tuesdayNoon)).containsExactly("alice");
  }

  @Test
  void aLonePersonIsNotTheirOwnSecondary() {
    FinalShifts shifts = calendar(pool("alice")).shifts(span(MONDAY, TUESDAY), "secondary");

    assertThat(shifts.shifts()).isEmpty();
    assertThat(shifts.gaps()).containsExactly(new Gap("secondary", span(MONDAY, TUESDAY)));
  }

  @Test
  void aPersonWithTwoTurnsInARowIsFollowedByTheNextPerson() {
    RotationCalendar calendar = calendar(pool("alice alice bob"));

    assertThat(peopleOn(calendar, "primary", tuesdayNoon)).containsExactly("alice");
    assertThat(peopleOn(calendar, "secondary", tuesdayNoon)).containsExactly("bob");
  }

  @Test
  void anOverrideThatWouldMakeBothTheSameGivesWay() {
    RotationCalendar calendar =
        overridden(
            pool("alice bob"), replace("o1", "secondary", "bob", "alice", TUESDAY, WEDNESDAY));

    assertThat(peopleOn(calendar, "secondary", tuesdayNoon)).containsExactly("bob");
  }

  @Test
  void anAgreedStandInForTheSecondaryStaysWhenTheSecondaryMovesUp() {
    RotationCalendar calendar =
        overridden(
            pool("alice bob charlie"),
            replace("o1", "secondary", "bob", "dave", TUESDAY, WEDNESDAY),
            replace("o2", "primary", "alice", "bob", TUESDAY, WEDNESDAY));

    assertThat(peopleOn(calendar, "primary", tuesdayNoon)).containsExactly("bob");
    assertThat(peopleOn(calendar, "secondary", tuesdayNoon)).containsExactly("dave");
  }

  @Test
  void theFollowerDiffersFromEveryLayerOfTheRoleAhead() {
    RotationCalendar calendar =
        calendar(
            first(
                role(
                    "primary",
                    layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), "alice bob charlie"),
                    layer("standing", standing(), "bob")),
                following("secondary", "primary", 1)));

    assertThat(peopleOn(calendar, "secondary", tuesdayNoon)).containsExactly("charlie");
  }
}
