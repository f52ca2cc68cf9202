package io.watchbill.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @Test
  void oneAddressIsThatOfAll() {
    Addresses addresses = Addresses.parse("https://example.org/watchbill/");

    assertThat(addresses.of(Service.INCIDENT)).hasToString("https://example.org/watchbill");
    assertThat(addresses.of(Service.ESCALATION)).hasToString("https://example.org/watchbill");
    assertThat(addresses.text()).isEqualTo("https://example.org/watchbill");
  }

  @Test
  void threeAreReadAsTheyAreWritten() {
    Addresses addresses = Addresses.onThisMachine(8080);

    assertThat(addresses.of(Service.ROTATION)).hasToString("http://127.0.0.1:8081");
    assertThat(Addresses.parse(addresses.text())).isEqualTo(addresses);
  }

  @Test
  void withoutASchemeItIsHttps() {
    assertThat(Addresses.parse("example.org").text()).isEqualTo("https://example.org");
  }

  @Test
  void httpIsOpenToOthersUnlessItStaysHere() {
    assertThat(Addresses.parse("http://example.org").isExposed()).isTrue();
    assertThat(Addresses.parse("http://127.0.0.1:8080").isExposed()).isFalse();
    assertThat(Addresses.parse("http://[::1]:8080").isExposed()).isFalse();
    assertThat(Addresses.parse("https://example.org").isExposed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://example.org",
        "https://bob:secret@example.org",
        "https://example.org?x=y",
        "https://",
        "https://a b",
        "incident=https://one.example.org"
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Addresses.parse(text)).hasMessageContaining("URL");
  }
}
