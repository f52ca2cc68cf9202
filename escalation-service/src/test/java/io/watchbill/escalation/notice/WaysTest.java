package io.watchbill.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.contact.Reachable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysTest {

  private static Reachable way(String method, String kind, long minutes) {
    return new Reachable(method, kind, "address", null, Duration.ofMinutes(minutes));
  }

  private static List<Reachable> of(String kind, List<Reachable> ways) {
    return Ways.of(kind, ways, way -> way.kind().equals("email"));
  }

  @Test
  void aNoticeComesByMailWhereThereIsOne() {
    assertThat(of("shift-begins", List.of(way("hook", "webhook", 0), way("mail", "email", 5))))
        .extracting(Reachable::method)
        .containsExactly("mail");
  }

  @Test
  void withoutMailItComesByTheFirstRules() {
    assertThat(of("shift-begins", List.of(way("late", "webhook", 5), way("soon", "webhook", 1))))
        .extracting(Reachable::method)
        .containsExactly("soon");
  }

  @Test
  void anUrgentNoticeComesByTheFirstRules() {
    assertThat(of("cover-urgent", List.of(way("hook", "webhook", 0), way("mail", "email", 5))))
        .extracting(Reachable::method)
        .containsExactly("hook");
  }

  @Test
  void withoutContactMethodsThereIsNoWay() {
    assertThat(of("shift-begins", List.of())).isEmpty();
  }
}
