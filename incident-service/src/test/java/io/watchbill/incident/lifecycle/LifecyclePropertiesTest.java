package io.watchbill.incident.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Laws that hold in any history: thousands of random ones, each from a seed that it names. */
class LifecyclePropertiesTest {
  private static final Actor BOB = Actor.person("bob", "sms");

  @RepeatedTest(200)
  void everyHistoryKeepsTheLaws(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Instant now = LifecycleTest.T0;
    Lifecycle lifecycle =
        Lifecycle.open(Severity.P2, Set.of(), "x", BOB, now, LifecycleTest.TIMES).next();
    for (int step = 0; step < 100; step++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(7200)));
      Decision decision = anything(lifecycle, now, random);
      assertLaws(lifecycle, decision, now);
      lifecycle = decision.next();
    }
  }

  private static Decision anything(Lifecycle on, Instant now, Random random) {
    AcknowledgementTimes times = LifecycleTest.TIMES;
    Severity severity = Severity.values()[random.nextInt(4)];
    return switch (random.nextInt(10)) {
      case 0 -> on.acknowledge(BOB, now);
      case 1 -> on.unacknowledge(BOB, now, times);
      case 2 -> on.resolve(BOB, now, Optional.of(Duration.ofHours(random.nextInt(24))));
      case 3 -> on.reopen(BOB, now, times);
      case 4 -> on.alerts().ended(random.nextBoolean(), BOB, now);
      case 5 -> on.edits().changeSeverity(severity, "because", BOB, now, times);
      case 6 -> on.timed().acknowledgementDue(now);
      case 7 ->
          on.acknowledgePage(
              1 + random.nextInt(on.round() + 1),
              random.nextBoolean() ? Branch.MAIN : new Branch("night"),
              BOB,
              now.minusSeconds(random.nextInt(9000) - 1000),
              now);
      default -> on.alerts().arrived(news(severity, random), BOB, now, times);
    };
  }

  private static AlertChanges news(Severity severity, Random random) {
    List<String> added = new ArrayList<>();
    if (random.nextBoolean()) {
      added.add("alert");
    }
    return new AlertChanges(
        added, added.isEmpty() ? Optional.empty() : Optional.of(severity), Set.of());
  }

  private static void assertLaws(Lifecycle before, Decision decision, Instant now) {
    Lifecycle after = decision.next();
    int begun = after.round() - before.round();
    assertThat(begun).as("a round is never skipped nor taken back").isBetween(0, 1);
    if (begun == 1) {
      assertThat(after.state()).isInstanceOf(Triggered.class);
      assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
      assertThat(after.anchors()).isEqualTo(Anchors.of(now));
    }
    if (before.state() instanceof Triggered || after.state() instanceof Triggered) {
      boolean silenced =
          before.state() instanceof Triggered && !(after.state() instanceof Triggered);
      assertThat(silenced && decision.paging() == Paging.NOTHING)
          .as("what stops or starts paging matters for paging")
          .isFalse();
    }
    if (decision.reason().isRefusal()) {
      assertThat(after).isEqualTo(before);
    }
    if (!after.equals(before)) {
      assertThat(decision.entries()).as("every change is in the timeline").isNotEmpty();
    }
    assertThat(after.anchors().acknowledged().filter(after.anchors().triggered()::isAfter))
        .as("nothing is acknowledged before its round began")
        .isEmpty();
    assertThat(after.anchors().acknowledged().filter(now::isBefore)).isEmpty();
  }
}
