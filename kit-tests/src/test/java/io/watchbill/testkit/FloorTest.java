package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.claim.Floor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FloorTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  private final TreeSet<Instant> waiting = new TreeSet<>();
  private Duration passed = Duration.ZERO;
  private Duration all = Duration.ZERO;
  private int readAll;

  private final Floor floor =
      new Floor(
          (tx, from, until) -> {
            if (from.equals(Floor.NONE)) {
              readAll++;
              passed = passed.plus(all);
            }
            Instant oldest = waiting.ceiling(from);
            return Optional.ofNullable(oldest).filter(until::isAfter);
          },
          () -> passed.toNanos());

  @Test
  void atFirstAllIsRead() {
    assertThat(floor.at()).isEqualTo(Floor.NONE);
  }

  @Test
  void itIsTheOldestThatWaits() {
    waiting.add(NOW.minusSeconds(60));
    waiting.add(NOW.minusSeconds(30));

    floor.move(null, NOW);

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void whatIsCommittedLateIsFoundThoughNothingWaited() {
    floor.move(null, NOW);

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(6));
  }

  @Test
  void whatWaitsForLaterDoesNotRaiseIt() {
    waiting.add(NOW.plusSeconds(300));

    floor.move(null, NOW);

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(6));
  }

  @Test
  void itTellsWhenTheNextRowIsDue() {
    floor.move(null, NOW);
    assertThat(floor.next(null, NOW.plusSeconds(1))).isEmpty();

    waiting.add(NOW.plusSeconds(300));

    assertThat(floor.next(null, NOW.plusSeconds(1))).isEmpty();
    assertThat(floor.next(null, NOW.plusSeconds(301))).contains(NOW.plusSeconds(300));
  }

  @Test
  void aClockThatIsSetBackLowersIt() {
    floor.move(null, NOW);

    floor.move(null, NOW.minusSeconds(300));

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(306));
  }

  @Test
  void whatComesBehindItIsFoundBySecondsWhileReadingAllIsQuick() {
    floor.move(null, NOW);
    waiting.add(NOW.minusSeconds(3_600));
    passed = passed.plusSeconds(1);

    floor.move(null, NOW.plusSeconds(1));

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(3_600));
  }

  @Test
  void allIsReadForATwentiethOfTheTimeAtMost() {
    all = Duration.ofMillis(500);

    for (int second = 0; second < 100; second++) {
      floor.move(null, NOW.plusSeconds(second));
      passed = passed.plusSeconds(1);
    }

    assertThat(readAll).isBetween(9, 11);
  }

  @Test
  void whatComesBehindItIsFoundWithinHalfAMinuteHoweverLongReadingAllTakes() {
    all = Duration.ofSeconds(20);
    floor.move(null, NOW);
    waiting.add(NOW.minusSeconds(3_600));
    floor.move(null, NOW.plusSeconds(9));
    assertThat(floor.at()).isEqualTo(NOW.plusSeconds(3));
    passed = passed.plusSeconds(10);

    floor.move(null, NOW.plusSeconds(10));

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(3_600));
  }

  @Test
  void whenItIsForgottenTheNextMoveReadsAll() {
    all = Duration.ofSeconds(20);
    floor.move(null, NOW);
    waiting.add(NOW.minusSeconds(3_600));

    floor.forget();
    assertThat(floor.at()).isEqualTo(Floor.NONE);
    floor.move(null, NOW.plusSeconds(1));

    assertThat(floor.at()).isEqualTo(NOW.minusSeconds(3_600));
  }

  @Test
  void nobodyBelievesOneThatHasNotBeenMovedForAMinute() {
    floor.move(null, NOW);
    passed = passed.plusSeconds(61);

    assertThat(floor.at()).isEqualTo(Floor.NONE);
  }
}
