package io.watchbill.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSettingsTest {

  @Test
  void knownOnesAreFineInEveryForm() {
    assertThat(
            UnknownSettings.among(
                List.of(
                    "watchbill.delivery.lease",
                    "WATCHBILL_DELIVERY_LEASE",
                    "watchbill.peers.rotation.url",
                    "WATCHBILL_PEERS_ROTATION_READ_TIMEOUT",
                    "watchbill.access.service-keys.incident",
                    "WATCHBILL_ACCESS_SERVICE_KEYS_INCIDENT")))
        .isEmpty();
  }

  @Test
  void whatIsNotOursIsNotLookedAt() {
    assertThat(UnknownSettings.among(List.of("PATH", "quarkus.http.prot", "%dev.watchbill.x")))
        .isEmpty();
  }

  @Test
  void whatTheScriptHandsOnIsNoSetting() {
    assertThat(UnknownSettings.among(List.of("WATCHBILL_BUILD", "WATCHBILL_NATIVE"))).isEmpty();
  }

  @Test
  void unknownOnesAreNamed() {
    assertThat(
            UnknownSettings.among(
                List.of("WATCHBILL_PUBLICURL", "watchbill.peers.rotation.uri", "watchbill.pager")))
        .containsExactly("watchbill.pager", "watchbill.peers.rotation.uri", "WATCHBILL_PUBLICURL");
  }

  @Test
  void oneThatIsSeenInTwoFormsIsNamedOnce() {
    assertThat(UnknownSettings.among(List.of("watchbill.publicurl", "WATCHBILL_PUBLICURL")))
        .containsExactly("WATCHBILL_PUBLICURL");
  }

  @ParameterizedTest
  @CsvSource({
    "WATCHBILL_PUBLICURL,        WATCHBILL_PUBLIC_URL",
    "watchbill.delivery.laese,   watchbill.delivery.lease",
    "WATCHBILL_HEARTBEAT_EVERYY, WATCHBILL_HEARTBEAT_EVERY",
  })
  void whatWasProbablyMeantIsSaid(String given, String meant) {
    assertThat(UnknownSettings.meant(given)).contains(meant);
  }

  @Test
  void nothingIsGuessedThatIsFarOff() {
    assertThat(UnknownSettings.meant("WATCHBILL_PAGE_EVERYBODY_TWICE")).isEmpty();
  }
}
