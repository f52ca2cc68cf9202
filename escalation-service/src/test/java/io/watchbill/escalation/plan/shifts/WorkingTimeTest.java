package io.watchbill.escalation.plan.shifts;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.testkit.law.Choices;
import io.watchbill.testkit.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
  private static final WorkingTime NINE_TO_FIVE = working(60, 120, 180, 240);

  private static WorkingTime working(int... minutes) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < minutes.length; i += 2) {
      windows.add(new Window(minutes(minutes[i]), minutes(minutes[i + 1])));
    }
    return new WorkingTime("UTC", false, T0, minutes(1_000), windows);
  }

  @Test
  void aWindowIsHalfOpen() {
    assertThat(NINE_TO_FIVE.isInside(minutes(60))).isTrue();
    assertThat(NINE_TO_FIVE.isOutside(minutes(120))).isTrue();
  }

  @Test
  void windowsThatTouchAreOne() {
    assertThat(working(60, 120, 120, 180, 170, 175).windows())
        .containsExactly(new Window(minutes(60), minutes(180)));
  }

  @Test
  void whatIsNotKnownIsNeitherInsideNorOutside() {
    assertThat(NINE_TO_FIVE.isOutside(minutes(1_000))).isFalse();
    assertThat(NINE_TO_FIVE.isInside(minutes(1_000))).isFalse();
    assertThat(NINE_TO_FIVE.firstInside(minutes(-5))).isEqualTo(minutes(-5));
  }

  @Test
  void outsideWaitsForTheNextWindowOrForTheEndOfWhatIsKnown() {
    assertThat(NINE_TO_FIVE.firstInside(minutes(130))).isEqualTo(minutes(180));
    assertThat(NINE_TO_FIVE.firstInside(minutes(300))).isEqualTo(minutes(1_000));
  }

  @Test
  void alwaysIsNeverOutside() {
    assertThat(Given.ALWAYS.isInside(T0)).isTrue();
    assertThat(Given.ALWAYS.firstOutside(T0)).isEmpty();
    assertThat(Given.ALWAYS.plus(T0, Duration.ofHours(4))).isEqualTo(minutes(240));
  }

  @Test
  void workingTimeGoesOnInTheNextWindow() {
    assertThat(NINE_TO_FIVE.plus(minutes(90), Duration.ofMinutes(50))).isEqualTo(minutes(200));
  }

  @Test
  void unknownTimeCountsAsWorkingTime() {
    assertThat(NINE_TO_FIVE.plus(minutes(-30), Duration.ofMinutes(40))).isEqualTo(minutes(70));
    assertThat(NINE_TO_FIVE.plus(minutes(-30), Duration.ofMinutes(20))).isEqualTo(minutes(-10));
    assertThat(NINE_TO_FIVE.plus(minutes(180), Duration.ofMinutes(90))).isEqualTo(minutes(1_030));
  }

  /** Walks minute by minute: a minute counts unless it is certainly outside. */
  @Law(cases = 500)
  void plusCountsTheMinutesThatAreNotOutside(Choices any) {
    List<Integer> edges = any.show("edges", any.list(0, 40, each -> each.between(-50, 1_100)));
    int at = any.show("at", any.between(-100, 1_200));
    int working = any.show("working", any.between(1, 600));
    WorkingTime time = working(windows(edges));

    Instant counted = time.plus(minutes(at), Duration.ofMinutes(working));

    int minute = at;
    for (int left = working; left > 0; minute++) {
      left -= time.isOutside(minutes(minute)) ? 0 : 1;
    }
    assertThat(counted).isEqualTo(minutes(minute));
  }

  @Law(cases = 500)
  void firstInsideAndFirstOutsideAreTheFirst(Choices any) {
    List<Integer> edges = any.show("edges", any.list(0, 40, each -> each.between(-50, 1_100)));
    int at = any.show("at", any.between(-100, 1_200));
    WorkingTime time = working(windows(edges));
    int inside = at;
    while (time.isOutside(minutes(inside))) {
      inside++;
    }
    int outside = at;
    while (time.isInside(minutes(outside))) {
      outside++;
    }

    assertThat(time.firstInside(minutes(at))).isEqualTo(minutes(inside));
    assertThat(time.firstOutside(minutes(at))).contains(minutes(outside));
  }

  /** Windows as an answer has them: of some length, within what is known. */
  private static int[] windows(List<Integer> edges) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i += 2) {
      int from = Math.max(0, Math.min(edges.get(i), edges.get(i + 1)));
      int to = Math.min(1_000, Math.max(edges.get(i), edges.get(i + 1)));
      if (from < to) {
        kept.add(from);
        kept.add(to);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
