package io.watchbill.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers are told of the cookie. */
class SessionCookieTest {
  private static SessionCookie at(String publicUrl) {
    SessionSettings settings =
        new SessionSettings() {
          @Override
          public Duration idle() {
            return Duration.ofHours(12);
          }

          @Override
          public Duration longest() {
            return Duration.ofDays(30);
          }
        };
    return new SessionCookie(new PublicOrigin(publicUrl), settings);
  }

  @ParameterizedTest
  @CsvSource({
    "https://w.example, __Host-watchbill",
    "https://w.example/on-call/, __Host-watchbill",
    "HTTPS://w.example:8443, __Host-watchbill",
    "http://w.example, watchbill",
    "http://localhost:8080/on-call, watchbill",
  })
  void itsNameSaysWhetherItComesByHttpsOnly(String publicUrl, String name) {
    assertThat(at(publicUrl).name()).isEqualTo(name);
  }

  @Test
  void byHttpsItIsOfThisHostAndNoScriptReadsIt() {
    assertThat(at("https://w.example/on-call").of("secret"))
        .isEqualTo(
            "__Host-watchbill=secret; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000");
  }

  @Test
  void byHttpBrowsersWouldRefuseASecureOne() {
    assertThat(at("http://w.example").of("secret"))
        .isEqualTo("watchbill=secret; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
  }

  @Test
  void itIsTakenAwayByAnEmptyOneThatIsOver() {
    assertThat(at("https://w.example").cleared())
        .startsWith("__Host-watchbill=; Path=/;")
        .endsWith("Secure; Max-Age=0");
  }

  @ParameterizedTest
  @CsvSource({
    "https://w.example, https://w.example",
    "https://w.example:443/on-call, https://w.example",
    "HTTPS://W.Example:8443/, https://w.example:8443",
    "http://w.example:80, http://w.example",
    "http://w.example:443, http://w.example:443",
    "http://localhost:8080, http://localhost:8080",
    "http://[::1]:8080/a, http://[::1]:8080",
    "https://[2001:DB8::1], https://[2001:db8::1]",
    "https://wächter.example, https://xn--wchter-bua.example",
    "http://watch_bill:8080, http://watch_bill:8080",
  })
  void anOriginIsWrittenAsBrowsersWriteIt(String publicUrl, String origin) {
    assertThat(new PublicOrigin(publicUrl).text()).isEqualTo(origin);
  }
}
