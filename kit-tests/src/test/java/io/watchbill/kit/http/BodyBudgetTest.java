package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private static final long KIB = 1024;

  private final BodyBudget budget = new BodyBudget(100 * KIB, 2 * KIB);

  @Test
  void oneCallerHoldsAtMostHalf() {
    BodyBudget.Lease first = budget.lease("ann");
    BodyBudget.Lease second = budget.lease("ann");

    assertThat(first.cover(40 * KIB)).isTrue();
    assertThat(second.cover(11 * KIB)).isFalse();
    assertThat(budget.lease("ben").cover(50 * KIB)).isTrue();
  }

  @Test
  void allTogetherHoldNoMoreThanThereIs() {
    assertThat(budget.lease("ann").cover(50 * KIB)).isTrue();
    assertThat(budget.lease("ben").cover(40 * KIB)).isTrue();

    assertThat(budget.lease("cyd").cover(11 * KIB)).isFalse();
  }

  @Test
  void whatGrowsIsCountedOnce() {
    BodyBudget.Lease lease = budget.lease("ann");

    for (int kib = 1; kib <= 50; kib++) {
      assertThat(lease.cover(kib * KIB)).isTrue();
    }

    assertThat(budget.held()).isEqualTo(50 * KIB);
  }

  @Test
  void whatIsGivenBackIsThereForOthers() {
    BodyBudget.Lease lease = budget.lease("ann");
    lease.cover(50 * KIB);

    lease.close();
    lease.close();

    assertThat(budget.held()).isZero();
    assertThat(lease.cover(KIB)).isFalse();
    assertThat(budget.lease("ann").cover(50 * KIB)).isTrue();
  }

  @Test
  void anEmptyBodyCostsItsConnection() {
    int bodies = 0;
    while (budget.lease("ann").cover(0)) {
      bodies++;
    }

    assertThat(bodies).isEqualTo(25);
  }
}
