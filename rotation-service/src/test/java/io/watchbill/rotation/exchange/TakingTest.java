package io.watchbill.rotation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingTest {
  private static final Instant NOW = Instant.parse("2027-01-04T17:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final CoverState.Open open = new CoverState.Open();

  private static Taking judge(String taker, Audience audience, CoverState state, Instant end) {
    return Taking.judge(taker, "alice", audience, Set.of("alice", "bob"), state, end, NOW);
  }

  private static Taking.Refusal refusal(Taking taking) {
    assertThat(taking).isInstanceOf(Taking.Refused.class);
    return ((Taking.Refused) taking).why();
  }

  @Test
  void thePersonAskedTakesAnOpenRequest() {
    assertThat(judge("bob", new Audience.Team(), open, LATER))
        .isEqualTo(new Taking.Takes(new CoverState.Taken("bob", NOW)));
  }

  @ParameterizedTest(name = "{0} asked by {1}: {2}")
  @CsvSource({
    "bob, team, true",
    "zoe, team, false",
    "zoe, anyone, true",
    "zoe, zoe, true",
    "bob, zoe, false"
  })
  void onlyWhoIsAskedMayTakeIt(String taker, String asked, boolean may) {
    Audience audience =
        switch (asked) {
          case "team" -> new Audience.Team();
          case "anyone" -> new Audience.Anyone();
          default -> new Audience.OnePerson(asked);
        };

    assertThat(judge(taker, audience, open, LATER) instanceof Taking.Takes).isEqualTo(may);
  }

  @Test
  void nobodyTakesTheirOwn() {
    assertThat(refusal(judge("alice", new Audience.Anyone(), open, LATER)))
        .isEqualTo(Taking.Refusal.OWN);
  }

  @Test
  void aTakenShiftStaysWithItsTaker() {
    CoverState taken = new CoverState.Taken("bob", NOW);

    assertThat(judge("bob", new Audience.Team(), taken, LATER)).isEqualTo(new Taking.HasIt());
    assertThat(refusal(judge("zoe", new Audience.Anyone(), taken, LATER)))
        .isEqualTo(Taking.Refusal.TAKEN);
  }

  @Test
  void aWithdrawnRequestOrOneThatIsOverCannotBeTaken() {
    CoverState withdrawn = open.withdrawnBy("person:alice", NOW);

    assertThat(refusal(judge("bob", new Audience.Team(), withdrawn, LATER)))
        .isEqualTo(Taking.Refusal.WITHDRAWN);
    assertThat(refusal(judge("bob", new Audience.Team(), open, NOW)))
        .isEqualTo(Taking.Refusal.OVER);
  }
}
