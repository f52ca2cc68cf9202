package io.watchbill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.measure.Apart.Round;
import io.watchbill.bench.measure.Apart.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApartTest {
  private static final boolean TIME = false;
  private static final boolean RATE = true;

  @Test
  void nearlyATenthMoreIsNearAndMoreThanThatIsNot() {
    assertThat(Apart.verdict(List.of(new Round(10, 10, 10.99)), TIME)).isEqualTo(Verdict.NEAR);
    assertThat(Apart.verdict(List.of(new Round(10, 10, 11.01)), TIME)).isEqualTo(Verdict.TOO_FAR);
  }

  @Test
  void ofWhatIsDoneLessIsWorse() {
    assertThat(Apart.cost(List.of(new Round(100, 100, 80)), RATE)).isEqualTo(0.25);
    assertThat(Apart.verdict(List.of(new Round(100, 100, 80)), RATE)).isEqualTo(Verdict.TOO_FAR);
    assertThat(Apart.verdict(List.of(new Round(100, 100, 150)), RATE)).isEqualTo(Verdict.NEAR);
  }

  @Test
  void oneBadRoundIsNoise() {
    List<Round> rounds = List.of(new Round(10, 10, 10), new Round(10, 10, 99), new Round(9, 9, 9));

    assertThat(Apart.cost(rounds, TIME)).isZero();
    assertThat(Apart.verdict(rounds, TIME)).isEqualTo(Verdict.NEAR);
  }

  @Test
  void mostRoundsTooFarIsTooFar() {
    List<Round> rounds =
        List.of(new Round(10, 10, 10), new Round(10, 10, 12), new Round(10, 10, 13));

    assertThat(Apart.verdict(rounds, TIME)).isEqualTo(Verdict.TOO_FAR);
  }

  @Test
  void eachRoundIsComparedWithItsOwnTwoWithout() {
    List<Round> machineBecomesSlower =
        List.of(new Round(10, 10, 10), new Round(20, 20, 20), new Round(36, 44, 40));

    assertThat(Apart.cost(machineBecomesSlower, TIME)).isZero();
  }

  @Test
  void whereNoneIsTooFarFromNoneNothingIsDecided() {
    List<Round> rounds = List.of(new Round(10, 12, 11), new Round(10, 13, 11));

    assertThat(Apart.noise(rounds)).isGreaterThan(Apart.MOST);
    assertThat(Apart.verdict(rounds, TIME)).isEqualTo(Verdict.TOO_NOISY);
    assertThat(Apart.verdict(List.of(new Round(12, 10, 11)), TIME)).isEqualTo(Verdict.TOO_NOISY);
  }

  @Test
  void whatWasNotMeasuredIsNotNear() {
    assertThat(Apart.verdict(List.of(), TIME)).isEqualTo(Verdict.TOO_NOISY);
    assertThat(Apart.verdict(List.of(new Round(10, 10, Double.NaN)), TIME))
        .isEqualTo(Verdict.TOO_FAR);
    assertThat(Apart.verdict(List.of(new Round(Double.NaN, 10, 10)), TIME))
        .isEqualTo(Verdict.TOO_NOISY);
  }
}
