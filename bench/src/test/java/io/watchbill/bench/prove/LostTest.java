package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is lost, and what is owed no more. */
class LostTest extends TriedRun {

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
    handAll();
    handed.removeIf(page -> page.channel().equals("email"));
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aRepetitionThatDoesNotComeIsLost() {
    handAll();
    handed.removeLast();
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aRepetitionIsNotOwedWhenThePageBeforeItCameAfterItWasDue() {
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(23)));
    handAll();
    handed.removeLast();
    handed.removeLast();
    hand("bob", "first", 24);
    assertThat(broken()).isEmpty();
  }
}
