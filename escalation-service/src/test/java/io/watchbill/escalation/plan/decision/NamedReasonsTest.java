package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.guide;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Given;
import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.wording.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reasons name people, rotations and teams; the orders and outcomes keep their ids. */
class NamedReasonsTest {
  private static final Names NAMES =
      new Names() {
        private final Map<String, String> people = Map.of("alice", "Alice Ampère", "bob", "Bob");

        @Override
        public String person(String id) {
          return people.getOrDefault(id, id);
        }

        @Override
        public String rotation(String id) {
          return id.equals("security") ? "Security" : id;
        }

        @Override
        public String team(String id) {
          return id;
        }

        @Override
        public Optional<ZoneId> zone(String rotation) {
          return rotation.equals("security")
              ? Optional.of(ZoneId.of("America/Los_Angeles"))
              : Optional.empty();
        }
      };

  @Test
  void aReasonHasTheNameAndTheTimeZoneOfItsRotation() {
    Walk walk = Walk.of(guide(), facts("P0")).with(Given.shifts().with(NAMES)).wake(T0);

    assertThat(walk.pages.getFirst().reason())
        .startsWith("on call as primary of Security until Sun 15 Mar 19:00 PDT; step");
    assertThat(walk.paged()).startsWith("alice");
  }

  @Test
  void aTakeoverNamesThePeople() {
    Takeover takeover =
        new Takeover(Branch.MAIN, "security", "primary", List.of("alice", "nemo"), List.of("bob"));

    assertThat(takeover.reason(NAMES))
        .isEqualTo("Bob took over the shift as primary of Security from Alice Ampère, nemo");
  }

  @Test
  void withoutNamesTheIdsAreShown() {
    Takeover takeover =
        new Takeover(Branch.MAIN, "security", "primary", List.of("alice"), List.of("bob"));

    assertThat(takeover.reason(Names.IDS))
        .isEqualTo("bob took over the shift as primary of security from alice");
  }

  @Test
  void peopleWhoAcknowledgedTogetherAreNamedOneByOne() {
    assertThat(NAMES.people("alice, nemo")).isEqualTo("Alice Ampère, nemo");
  }
}
