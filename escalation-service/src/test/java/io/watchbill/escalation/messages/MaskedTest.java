package io.watchbill.escalation.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

  @ParameterizedTest
  @CsvSource({
    "alice@example.org, a…@example.org",
    "😀lice@example.org, 😀…@example.org",
    "https://hooks.example.org/T0/secret?x=1, https://hooks.example.org/…",
    "http://[oops, …",
    "+491701234567, …67",
    "desk, …",
    "@example.org, …",
    "stdout, …"
  })
  void oneKnowsWhichItIsAndNotWhatItIs(String address, String masked) {
    assertThat(Masked.of(address)).isEqualTo(masked);
  }
}
