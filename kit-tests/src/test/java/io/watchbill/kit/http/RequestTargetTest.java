package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/../q/health",
        "/v1/./things",
        "/v1/%2e%2e/things",
        "/v1/.%2E/things",
        "/v1/..;a=b/things",
        "/v1/things/..",
        "/v1/things/%2e",
        "//v1/things",
        "/v1//things",
        "/v1/things//",
        "/v1/..%2fthings",
        "/v1/..%5Cthings",
        "/v1/..\\things",
        "/v1/a%00b",
        "/v1/%zz",
        "/v1/%",
        "/v1/things?limit=%4",
        "http://somewhere//v1",
        "http://somewhere/v1/../x"
      })
  void whatProgramsDisagreeAboutIsRefused(String uri) {
    assertThat(RequestTarget.fault(uri)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "*",
        "/v1/things",
        "/v1/things/",
        "/v1/things?at=//..&x=%2e%2e%2f",
        "/v1/things/a.b..c",
        "/v1/things/...",
        "/v1/a%20b%C3%A9",
        "http://somewhere/v1/things",
        "http://somewhere"
      })
  void theRestIsFine(String uri) {
    assertThat(RequestTarget.fault(uri)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html,*/*;q=0.001",
        "application/json;q=0.5, text/html | application/json;q=0.5, text/html,*/*;q=0.001",
        "nonsense | */*",
        "text/html,, | */*"
      })
  void anythingIsBetterThanNothing(String accept, String expected) {
    assertThat(AnyAnswer.withAnything(accept)).isEqualTo(expected);
  }
}
