package io.watchbill.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FatalTest {

  @Test
  void noProcessGoesOnWithoutMemory() {
    assertThat(Fatal.isFatal(new OutOfMemoryError("Direct buffer memory"))).isTrue();
    assertThat(Fatal.isFatal(new IllegalStateException(new RuntimeException(new InternalError()))))
        .isTrue();
  }

  @Test
  void otherFailuresEndNothing() {
    assertThat(Fatal.isFatal(new StackOverflowError())).isFalse();
    assertThat(Fatal.isFatal(new AssertionError())).isFalse();
    assertThat(Fatal.isFatal(new IllegalStateException())).isFalse();
  }
}
