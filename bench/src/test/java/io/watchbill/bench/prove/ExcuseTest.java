package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is late, and what excuses it. */
class ExcuseTest extends TriedRun {

  @Test
  void aPageIsLateWhenNothingWasBroken() {
    hand("alice", "webhook", "d1", false, 12);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aDisturbanceExcusesALatePageUntilTenSecondsAfterItsEnd() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 14);
    hand("bob", "second", 23);
    disturbances.add(disturbance(T.minusSeconds(1), T.plusSeconds(5)));
    assertThat(broken()).isEmpty();
    disturbances.set(0, disturbance(T.minusSeconds(1), T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aMachineThatIsTooBusyForAProcessExcusesWhatItHadUnderWay() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 8);
    act("main", "alice", 3);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
    disturbances.add(starved(T.plusSeconds(2), T.plusSeconds(8)));
    assertThat(broken()).isEmpty();
  }

  @Test
  void aSpellWithoutAProcessorIsReportedWithThePagesThatItExcused() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 14);
    hand("bob", "first", 14);
    hand("bob", "second", 23);
    Disturbance spell = starved(T.plusSeconds(1), T.plusSeconds(5));
    disturbances.add(starved(T.plusSeconds(1), T.plusSeconds(2)));
    disturbances.add(spell);
    assertThat(broken()).isEmpty();
    assertThat(verdict().excused()).isEqualTo(Map.of(spell, 2L));
  }

  @Test
  void whatASpellWithoutAProcessorHeldUpAfterAnAcknowledgementIsExcusedByIt() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 8);
    act("main", "alice", 3);
    Disturbance spell = starved(T.plusSeconds(2), T.plusSeconds(8));
    disturbances.add(spell);
    assertThat(verdict().excused()).isEqualTo(Map.of(spell, 1L));
  }

  @Test
  void aSpellWithoutAProcessorExcusesNothingThatWasBrokenOnPurposeAnyway() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
    disturbances.add(disturbance(T, T.plusSeconds(4)));
    disturbances.add(starved(T, T.plusSeconds(6)));
    assertThat(verdict().excused()).isEmpty();
  }
}
