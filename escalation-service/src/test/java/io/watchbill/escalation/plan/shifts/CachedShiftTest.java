package io.watchbill.escalation.plan.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page's reason says of a shift what its reader needs. */
class CachedShiftTest {
  private static final Instant START = Instant.parse("2026-11-23T17:00:00Z");
  private static final Instant END = Instant.parse("2026-11-30T17:00:00Z");

  private static String reason(String why) {
    CachedShift shift = new CachedShift("primary", List.of("bob"), START, END, why);
    CachedRotation rotation =
        new CachedRotation.Known(START, END, Set.of("primary"), List.of(shift));
    return rotation.at("Security", "primary", START, ZoneOffset.UTC).reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turn 46 of weekly",
        "standing shift of standing",
        "1 turn after primary",
        "2 turns after primary",
        "was on call when version 3 began",
        "next who is not primary at the same time"
      })
  void howALayerGivesAShiftIsLeftOut(String why) {
    assertThat(reason(why)).isEqualTo("on call as primary of Security until Mon 30 Nov 17:00 UTC");
  }

  @Test
  void whatPeopleHaveChangedIsSaid() {
    assertThat(reason("bob for alice: dentist")).endsWith("17:00 UTC (bob for alice: dentist)");
  }
}
