package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each law is broken here once. */
class VerdictTest {
  private static final Instant T = Instant.parse("2026-01-05T09:00:00Z");

  private final List<Handed> handed = new ArrayList<>();
  private final List<Disturbance> disturbances = new ArrayList<>();
  private final Map<Integer, Instant> accepted = new HashMap<>(Map.of(1, T));
  private final Map<Integer, Instant> acknowledged = new HashMap<>();
  private long stored = 1;

  private void hand(String person, String channel, String delivery, boolean marked, long second) {
    handed.add(
        new Handed(1, person, channel, "page-" + person, delivery, marked, T.plusSeconds(second)));
  }

  private void handAll() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "webhook", "d3", false, 11);
  }

  private Map<String, Integer> broken() {
    Evidence evidence =
        new Evidence(
            List.of(new Case(1, false)),
            accepted,
            Map.of(),
            acknowledged,
            handed,
            disturbances,
            stored);
    Map<String, Integer> broken = new HashMap<>();
    new Verdict(evidence)
        .findings()
        .forEach(
            f -> {
              if (!f.broken().isEmpty()) {
                broken.put(f.law(), f.broken().size());
              }
            });
    return broken;
  }

  @Test
  void aGoodRunBreaksNothing() {
    handAll();
    assertThat(broken()).isEmpty();
  }

  @Test
  void anAlertThatIsNotStoredIsLost() {
    handAll();
    stored = 0;
    assertThat(broken()).containsOnlyKeys("no alert lost");
  }

  @Test
  void anAlertThatIsNeverAcceptedIsLost() {
    handAll();
    accepted.clear();
    assertThat(broken()).containsKey("no alert lost");
  }

  @Test
  void aPageThatReachesNobodyIsLost() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 1);
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aSecondHandingOverMustBeMarked() {
    handAll();
    hand("alice", "webhook", "d1", false, 3);
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
    handed.removeLast();
    hand("alice", "webhook", "d1", true, 3);
    assertThat(broken()).isEmpty();
  }

  @Test
  void anotherPageForTheSameStepIsADuplicate() {
    handAll();
    handed.add(new Handed(1, "alice", "webhook", "page-2", "d9", true, T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
  }

  @Test
  void aPageAfterTheAcknowledgementBreaksTheSilence() {
    handAll();
    acknowledged.put(1, T.plusSeconds(5));
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }

  @Test
  void aPageIsLateWhenNothingWasBroken() {
    hand("alice", "webhook", "d1", false, 12);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "webhook", "d3", false, 11);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aDisturbanceExcusesALatePageUntilTenSecondsAfterItsEnd() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "webhook", "d3", false, 14);
    disturbances.add(new Disturbance("kill", T.minusSeconds(1), T.plusSeconds(5)));
    assertThat(broken()).isEmpty();
    disturbances.set(0, new Disturbance("kill", T.minusSeconds(1), T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }
}
