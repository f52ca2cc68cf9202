package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.http.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that links begin with. */
class PublicUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://w.example, https://w.example/v1/x",
    "https://w.example/, https://w.example/v1/x",
    "http://w.example:8080, http://w.example:8080/v1/x",
    "https://w.example/on-call, https://w.example/on-call/v1/x",
    "https://w.example/on-call/, https://w.example/on-call/v1/x",
    "https://w.example/a/b//, https://w.example/a/b/v1/x",
    "' https://w.example/a ', https://w.example/a/v1/x",
    "HTTPS://w.example, HTTPS://w.example/v1/x",
    "http://[::1]:8080, http://[::1]:8080/v1/x",
    "http://[2001:db8::1]/on-call/, http://[2001:db8::1]/on-call/v1/x",
    "http://watch_bill:8080, http://watch_bill:8080/v1/x",
    "https://wächter.example/türme, https://xn--wchter-bua.example/t%C3%BCrme/v1/x",
    "https://w.example/a%20b, https://w.example/a%20b/v1/x",
  })
  void aLinkKeepsWhatThePublicUrlHas(String setting, String link) {
    assertThat(PublicUrl.of(setting).to("/v1/x")).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource({
    "https://w.example, /v1/x",
    "https://w.example/on-call/, /on-call/v1/x",
    "http://[::1]:8080/a/b, /a/b/v1/x",
  })
  void aReferenceIsTheLinkWithoutSchemeAndHost(String setting, String reference) {
    assertThat(PublicUrl.of(setting).reference("/v1/x")).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({
    "https://w.example:8443/a, w.example",
    "http://[::1]:8080, [::1]",
    "http://[::1], [::1]",
    "http://watch_bill:8080, watch_bill",
  })
  void theHostIsWithoutThePort(String setting, String host) {
    assertThat(PublicUrl.of(setting).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "w.example",
        "w.example:8080",
        "/on-call",
        "ftp://w.example",
        "https:///on-call",
        "https://:8080",
        "https://user:secret@w.example",
        "https://w.example?x=1",
        "https://w.example/#x",
        "https://w.example/a b",
        "mailto:ops@w.example"
      })
  @NullSource
  void whatIsNoAddressIsRefusedWithItsName(String setting) {
    assertThatThrownBy(() -> PublicUrl.of(setting))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("watchbill.public-url")
        .hasMessageContaining("http(s)://host[:port][/path]");
  }

  @Test
  void whatIsNoPathIsNotJoined() {
    assertThatThrownBy(() -> PublicUrl.of("https://w.example").to("v1/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
