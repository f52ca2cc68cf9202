package io.watchbill.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatementLimitTest {
  private static final Duration USUAL = Duration.ofSeconds(5);

  @Test
  void aUnitWithTheUsualTimeTellsNothingWhileItIsQuick() {
    StatementLimit limit = new StatementLimit(USUAL, USUAL);

    assertThat(limit.first()).isEmpty();
    assertThat(limit.next(Duration.ofMillis(4_600))).isEmpty();
    assertThat(limit.isChanged()).isFalse();
  }

  @Test
  void aUnitWithATimeOfItsOwnTellsItAtOnce() {
    assertThat(new StatementLimit(USUAL, Duration.ofSeconds(30)).first())
        .contains("statement_timeout = 30500");
  }

  @Test
  void aStatementThatBeginsLateIsToldWhatIsLeft() {
    StatementLimit limit = new StatementLimit(USUAL, USUAL);

    assertThat(limit.next(Duration.ofMillis(4_000))).contains("statement_timeout = 4500");
    assertThat(limit.next(Duration.ofMillis(3_900))).isEmpty();
    assertThat(limit.next(Duration.ZERO)).contains("statement_timeout = 500");
    assertThat(limit.isChanged()).isTrue();
  }

  @Test
  void whatWasForgottenIsToldAgain() {
    StatementLimit limit = new StatementLimit(USUAL, USUAL);
    limit.next(Duration.ofSeconds(2));

    limit.forgotten();

    assertThat(limit.next(Duration.ofSeconds(2))).contains("statement_timeout = 2500");
  }
}
