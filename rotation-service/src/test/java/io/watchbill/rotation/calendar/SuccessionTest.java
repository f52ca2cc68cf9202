package io.watchbill.rotation.calendar;

import static io.watchbill.rotation.calendar.Calendars.LOS_ANGELES;
import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.calendar;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.lines;
import static io.watchbill.rotation.calendar.Calendars.peopleOn;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.standing;
import static io.watchbill.rotation.calendar.Calendars.version;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a new version of the definition continues after the one before. */
class SuccessionTest {

  /** In the week of bob, Monday 2026-01-12 to Monday 2026-01-19. */
  private static final String CHANGE = "2026-01-14T12:00-08:00";

  private static final String MONDAY = "2026-01-12T09:00-08:00";
  private static final String IN_FOUR_WEEKS = "2026-02-09T09:00-08:00";

  private static Role primary(String turns) {
    return role("primary", layer("weekly", weekly("2026-01-05T09:00", LOS_ANGELES), turns));
  }

  private static List<String> primaryAfter(String turns) {
    RotationCalendar calendar =
        calendar(first(primary("alice bob charlie")), version(2, CHANGE, primary(turns)));
    return calendar.shifts(span(CHANGE, IN_FOUR_WEEKS)).shifts().stream()
        .map(Calendars::people)
        .toList();
  }

  @Test
  void anAddedPersonWaitsForTheirTurn() {
    assertThat(primaryAfter("dave alice bob charlie"))
        .containsExactly("bob", "charlie", "dave", "alice");
  }

  @Test
  void aPersonAddedAfterThePersonOnCallIsNext() {
    assertThat(primaryAfter("alice bob dave charlie"))
        .containsExactly("bob", "dave", "charlie", "alice");
  }

  @Test
  void whenSomebodyElseLeavesThePersonOnCallStays() {
    assertThat(primaryAfter("bob charlie")).containsExactly("bob", "charlie", "bob", "charlie");
  }

  @Test
  void aPersonRemovedDuringTheirTurnFinishesIt() {
    assertThat(primaryAfter("alice charlie")).containsExactly("bob", "charlie", "alice", "charlie");
  }

  @Test
  void theFinishedTurnSaysWhy() {
    RotationCalendar calendar =
        calendar(first(primary("alice bob")), version(2, CHANGE, primary("alice")));

    assertThat(calendar.onCall("primary", at(CHANGE)).getFirst().reason().text())
        .isEqualTo("was on call when version 2 began");
  }

  @Test
  void whenAllAreExchangedTheNewListBeginsWithTheNextTurn() {
    assertThat(primaryAfter("xenia yves")).containsExactly("bob", "xenia", "yves", "xenia");
  }

  @Test
  void peopleListedTwiceContinueInTheSameOrder() {
    RotationCalendar calendar =
        calendar(
            first(primary("bob alice bob charlie")),
            version(2, "2026-01-21T12:00-08:00", primary("bob alice bob charlie dave")));

    assertThat(
            lines(
                calendar.shifts(span("2026-01-21T12:00-08:00", IN_FOUR_WEEKS)).shifts(),
                LOS_ANGELES))
        .containsExactly(
            "2026-01-21T12:00-08:00 bob",
            "2026-01-26T09:00-08:00 charlie",
            "2026-02-02T09:00-08:00 dave");
  }

  @Test
  void thePastKeepsItsPeopleAndItsNames() {
    Span past = span("2026-01-05T09:00-08:00", CHANGE);
    FinalShifts before = calendar(first(primary("alice bob charlie"))).shifts(past);

    FinalShifts after =
        calendar(first(primary("alice bob charlie")), version(2, CHANGE, primary("xenia")))
            .shifts(past);

    assertThat(after).isEqualTo(before);
  }

  @Test
  void aLayerThatStaysAsItWasKeepsTheNamesOfItsShifts() {
    RotationCalendar calendar =
        calendar(
            first(primary("alice bob")),
            version(
                2, CHANGE, primary("alice bob"), role("lead", layer("l", standing(), "carol"))));

    assertThat(calendar.shifts(span(MONDAY, "2026-01-19T09:00-08:00"), "primary").shifts())
        .extracting(shift -> shift.id().toString())
        .containsExactly("security/primary/weekly/1/1");
  }

  @Test
  void theSecondaryOnCallStaysWhenSomebodyIsAddedBeforeThem() {
    Role secondary = following("secondary", "primary", 1);
    RotationCalendar calendar =
        calendar(
            first(primary("alice bob charlie"), secondary),
            version(2, CHANGE, primary("alice bob dave charlie"), secondary));

    assertThat(calendar.shifts(span(CHANGE, "2026-02-02T09:00-08:00"), "secondary").shifts())
        .extracting(Calendars::people)
        .containsExactly("charlie", "charlie", "alice");
    assertThat(peopleOn(calendar, "primary", at("2026-01-19T09:00-08:00"))).containsExactly("dave");
  }

  @Test
  void aStandingRoleChangesHandsAtOnce() {
    RotationCalendar calendar =
        calendar(
            first(role("lead", layer("standing", standing(), "carol"))),
            version(2, CHANGE, role("lead", layer("standing", standing(), "dora"))));

    assertThat(peopleOn(calendar, "lead", at(CHANGE).minusNanos(1))).containsExactly("carol");
    assertThat(peopleOn(calendar, "lead", at(CHANGE))).containsExactly("dora");
  }

  @Test
  void untilANewStartTheLayerBeforeGoesOn() {
    Role later =
        role("primary", layer("weekly", weekly("2026-01-20T10:00", LOS_ANGELES), "xenia yves"));
    RotationCalendar calendar =
        calendar(first(primary("alice bob charlie")), version(2, CHANGE, later));

    FinalShifts shifts = calendar.shifts(span(CHANGE, "2026-01-28T10:00-08:00"));

    assertThat(lines(shifts.shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-14T12:00-08:00 bob",
            "2026-01-19T09:00-08:00 charlie",
            "2026-01-20T10:00-08:00 xenia",
            "2026-01-27T10:00-08:00 yves");
    assertThat(shifts.gaps()).isEmpty();
  }

  @Test
  void aStartThatIsPutOffLeavesNobodyOnCallBefore() {
    Role early =
        role("primary", layer("weekly", weekly("2026-02-02T09:00", LOS_ANGELES), "alice bob"));
    Role late =
        role("primary", layer("weekly", weekly("2026-02-09T09:00", LOS_ANGELES), "alice bob"));

    RotationCalendar calendar = calendar(first(early), version(2, CHANGE, late));

    assertThat(peopleOn(calendar, "primary", at("2026-02-08T09:00-08:00"))).isEmpty();
    assertThat(peopleOn(calendar, "primary", at(IN_FOUR_WEEKS))).containsExactly("alice");
  }

  @Test
  void aPlannedVersionContinuesAfterOneThatIsMadeInBetween() {
    RotationCalendar calendar =
        calendar(
            first(primary("alice bob charlie")),
            version(2, "2026-01-20T00:00-08:00", primary("alice bob charlie dave")),
            version(3, CHANGE, primary("bob alice")));

    assertThat(peopleOn(calendar, "primary", at(CHANGE))).containsExactly("bob");
    assertThat(peopleOn(calendar, "primary", at("2026-01-19T09:00-08:00")))
        .containsExactly("alice");
    assertThat(peopleOn(calendar, "primary", at("2026-01-20T00:00-08:00")))
        .containsExactly("alice");
    assertThat(peopleOn(calendar, "primary", at("2026-01-26T09:00-08:00"))).containsExactly("bob");
  }

  @Test
  void aRemovedRoleHasNoGapAfterItsEnd() {
    RotationCalendar calendar =
        calendar(
            first(primary("alice"), role("lead", layer("standing", standing(), "carol"))),
            version(2, CHANGE, primary("alice")));

    FinalShifts shifts = calendar.shifts(span(MONDAY, "2026-01-19T09:00-08:00"), "lead");

    assertThat(shifts.shifts()).extracting(Shift::span).containsExactly(span(MONDAY, CHANGE));
    assertThat(shifts.gaps()).isEmpty();
  }

  /**
   * Returns the shifts from Monday on, when bob's turn would begin, by a version that takes effect
   * then.
   */
  private static List<String> fromTheHandover(String before, String after) {
    RotationCalendar calendar =
        calendar(first(primary(before)), version(2, MONDAY, primary(after)));
    return calendar.shifts(span(MONDAY, "2026-02-02T09:00-08:00")).shifts().stream()
        .map(Calendars::people)
        .toList();
  }

  @Test
  void aPersonRemovedExactlyAtTheirHandoverGetsNoFurtherTurn() {
    assertThat(fromTheHandover("alice bob charlie", "alice charlie"))
        .containsExactly("charlie", "alice", "charlie");
    assertThat(fromTheHandover("charlie bob", "charlie"))
        .containsExactly("charlie", "charlie", "charlie");
  }

  @Test
  void aPersonRemovedExactlyWhenTheirTurnEndsIsGone() {
    assertThat(fromTheHandover("alice bob charlie", "bob charlie"))
        .containsExactly("bob", "charlie", "bob");
  }

  @Test
  void aPersonAddedExactlyAtAHandoverAfterTheLastTurnIsNext() {
    assertThat(fromTheHandover("alice bob charlie", "alice dave bob charlie"))
        .containsExactly("dave", "bob", "charlie");
  }

  @Test
  void whenAllAreExchangedAtAHandoverNobodyOfBeforeIsLeft() {
    assertThat(fromTheHandover("alice bob", "xenia yves"))
        .containsExactly("xenia", "yves", "xenia");
  }

  @Test
  void aSecondaryRemovedExactlyAtAHandoverGetsNoFurtherTurn() {
    Role secondary = following("secondary", "primary", 1);
    RotationCalendar calendar =
        calendar(
            first(primary("alice bob charlie"), secondary),
            version(2, MONDAY, primary("alice bob dave"), secondary));

    assertThat(calendar.shifts(span(MONDAY, "2026-01-26T09:00-08:00"), "secondary").shifts())
        .extracting(Calendars::people)
        .containsExactly("dave", "alice");
  }

  @Test
  void aNewHandoverTimeThatBeginsExactlyNowHandsOverNow() {
    Role friday =
        role("primary", layer("weekly", weekly("2026-01-02T17:00", LOS_ANGELES), "alice charlie"));
    RotationCalendar calendar =
        calendar(first(primary("alice bob charlie")), version(2, "2026-01-16T17:00-08:00", friday));

    assertThat(lines(calendar.shifts(span(MONDAY, "2026-01-30T17:00-08:00")).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-12T09:00-08:00 bob",
            "2026-01-16T17:00-08:00 charlie",
            "2026-01-23T17:00-08:00 alice");
  }

  @Test
  void aPlannedLayerThatIsReplacedAtItsStartHasNeverBegun() {
    Role planned =
        role("primary", layer("weekly", weekly("2026-01-14T12:00", LOS_ANGELES), "xenia"));
    RotationCalendar calendar =
        calendar(
            first(primary("alice bob charlie")),
            version(2, MONDAY, planned),
            version(3, CHANGE, primary("alice bob charlie")));

    assertThat(peopleOn(calendar, "primary", at(CHANGE))).containsExactly("bob");
  }

  @Test
  void aNewHandoverTimeTakesEffectAtTheNextHandover() {
    Role friday =
        role("primary", layer("weekly", weekly("2026-01-02T17:00", LOS_ANGELES), "alice bob"));
    RotationCalendar calendar = calendar(first(primary("alice bob")), version(2, CHANGE, friday));

    assertThat(lines(calendar.shifts(span(CHANGE, "2026-01-30T17:00-08:00")).shifts(), LOS_ANGELES))
        .containsExactly(
            "2026-01-14T12:00-08:00 bob",
            "2026-01-16T17:00-08:00 alice",
            "2026-01-23T17:00-08:00 bob");
  }
}
