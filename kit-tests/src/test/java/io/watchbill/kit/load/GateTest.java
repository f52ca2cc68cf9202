package io.watchbill.kit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Gate gate = new Gate(1, 3, 2);

  @Test
  void oneIsLetThroughAtATime() throws InterruptedException {
    assertThat(gate.enter("ann", AT_ONCE)).isTrue();
    assertThat(gate.enter("ben", AT_ONCE)).isFalse();

    gate.leave("ann");

    assertThat(gate.enter("ben", AT_ONCE)).isTrue();
  }

  @Test
  void whoWaitsIsLetThroughNext() throws Exception {
    gate.enter("ann", AT_ONCE);
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> enters("ben"));

    gate.leave("ann");

    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneCallerDoesNotFillTheQueue() {
    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> enters("ann"));
    assertThat(first.join()).isTrue();
    CompletableFuture.supplyAsync(() -> enters("ann"));
    org.awaitility.Awaitility.await().until(() -> gate.waiting() == 1);

    assertThat(enters("ann")).isFalse();
    CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> enters("ben"));
    gate.leave("ann");
    gate.leave("ann");

    assertThat(other.join()).isTrue();
  }

  private boolean enters(String caller) {
    try {
      return gate.enter(caller, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
