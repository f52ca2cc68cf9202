package io.watchbill.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LawTest {
  private static final AtomicInteger CHECKED = new AtomicInteger();

  @Law(cases = 40)
  void anAnnotatedMethodIsRunForEachCase(Choices any) {
    CHECKED.incrementAndGet();

    assertThat(any.below(10)).isBetween(0, 9);
  }

  @AfterAll
  static void allCasesOfTheAnnotatedMethodWereRun() {
    assertThat(CHECKED).hasValue(40);
  }

  @Test
  void aLawThatHoldsIsCheckedOnEveryCase() {
    Set<Integer> seen = new HashSet<>();
    List<Integer> checked = new ArrayList<>();

    Cases.hold(
        300,
        any -> {
          int value = any.between(-3, 3);
          seen.add(value);
          checked.add(value);
        });

    assertThat(checked).hasSize(300);
    assertThat(seen).containsExactlyInAnyOrder(-3, -2, -1, 0, 1, 2, 3);
  }

  @Test
  void theSameSeedGivesTheSameCases() {
    List<List<Integer>> runs = List.of(new ArrayList<>(), new ArrayList<>());

    for (List<Integer> run : runs) {
      Cases.hold(7, 20, any -> run.add(any.below(1_000_000)));
    }

    assertThat(runs.getFirst()).isEqualTo(runs.getLast());
  }

  @Test
  void aBrokenLawNamesSeedAndCaseAndTheSimplestValueThatBreaksIt() {
    Throwable broken =
        catchThrowable(
            () ->
                Cases.hold(
                    7, 500, any -> assertThat(any.show("n", any.below(10_000))).isLessThan(437)));

    assertThat(broken)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dseed=7")
        .hasMessageContaining("case 0 of")
        .hasMessageContaining("n = 437");
  }

  @Test
  void aListIsShrunkToWhatBreaksTheLaw() {
    Throwable broken =
        catchThrowable(
            () ->
                Cases.hold(
                    7,
                    500,
                    any -> {
                      List<Integer> list = any.list(0, 12, each -> each.between(0, 1_000));
                      assertThat(any.show("list", list)).noneMatch(n -> n >= 300);
                    }));

    assertThat(broken).hasMessageContaining("list = [300]");
  }

  @Test
  void skippedCasesBreakNothingUnlessAllAreSkipped() {
    Cases.hold(100, any -> any.assume(any.below(2) == 0));

    assertThatThrownBy(() -> Cases.hold(100, any -> any.assume(false)))
        .hasMessageContaining("no case was checked");
  }
}
