package io.watchbill.escalation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which pages say that they may come a second time. */
class RestoreTest {
  private static final Instant NOTICED = Instant.parse("2026-11-30T12:20:00Z");
  private static final Restore RESTORE =
      new Restore(new UUID(0, 1), NOTICED.minus(Duration.ofMinutes(16)), NOTICED);

  private static Instant after(int minutes) {
    return NOTICED.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void ofAnOldRoundForADay() {
    assertThat(RESTORE.mayRepeat(incident(1, after(-300), after(-300)), after(60))).isTrue();
    assertThat(RESTORE.mayRepeat(incident(1, after(-300), after(-300)), after(1441))).isFalse();
  }

  @Test
  void ofARoundThatATimerBeginsAgainWhileItCatchesUp() {
    assertThat(RESTORE.mayRepeat(incident(2, after(-300), after(2)), after(3))).isTrue();
    assertThat(RESTORE.mayRepeat(incident(2, after(-300), after(45)), after(46))).isFalse();
  }

  @Test
  void ofAnAlertThatCameBeforeAndComesAgainHoursLater() {
    assertThat(RESTORE.mayRepeat(incident(1, after(-7), after(200)), after(200))).isTrue();
  }

  @Test
  void notOfAnAlertThatBeganSince() {
    assertThat(RESTORE.mayRepeat(incident(1, after(1), after(2)), after(2))).isFalse();
  }

  @Test
  void ofAnIncidentWhoseBeginningIsNotSaidWhileItCatchesUp() {
    assertThat(RESTORE.mayRepeat(incident(1, null, after(2)), after(2))).isTrue();
    assertThat(RESTORE.mayRepeat(incident(1, null, after(45)), after(45))).isFalse();
  }

  private static IncidentSnapshot incident(int round, @Nullable Instant began, Instant triggered) {
    return new IncidentSnapshot(
        new UUID(0, 2),
        1,
        round,
        "INC-7",
        "Disk full",
        "P1",
        List.of(),
        null,
        false,
        "triggered",
        "security",
        null,
        null,
        null,
        began,
        new IncidentSnapshot.Anchors(triggered, null, null, null),
        null,
        null,
        null,
        false);
  }
}
