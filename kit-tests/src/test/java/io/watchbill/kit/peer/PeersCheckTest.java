package io.watchbill.kit.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.kit.peer.PeerStates.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersCheckTest {

  @ParameterizedTest
  @CsvSource({
    "UP,          OK",
    "UNKNOWN,     WARN",
    "UNREACHABLE, FAIL",
    "NOT_READY,   FAIL",
    "KEY_REFUSED, FAIL",
  })
  void aPeerThatDoesNotServeFails(State state, Verdict verdict) {
    Finding finding = PeersCheck.finding("rotation", state);

    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.text()).startsWith("The rotation-service ");
    assertThat(finding.advice() == null).isEqualTo(verdict == Verdict.OK);
  }

  @Test
  void aServiceNeedsAKeyOfTheRightForm() {
    String key = ApiKey.generate(Principal.Kind.SERVICE).text();

    assertThat(PeersCheck.key(Optional.of(key))).isEmpty();
    assertThat(PeersCheck.key(Optional.empty())).isPresent();
    assertThat(PeersCheck.key(Optional.of(key.substring(1))))
        .get()
        .extracting(Finding::text)
        .isEqualTo("watchbill.service-key has not the form of a key.");
  }
}
