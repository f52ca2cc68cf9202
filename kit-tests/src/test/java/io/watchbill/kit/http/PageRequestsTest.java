package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants a page, and who calls the API. */
class PageRequestsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "Text/HTML",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html, application/json;q=0.5",
        "application/json;q=0.5, text/html;q=0.6",
        "text/html;q=0.8,*/*;q=0.001",
        "text/html;charset=utf-8"
      })
  void whoPrefersHtmlWantsAPage(String accept) {
    assertThat(PageRequests.prefersHtml(accept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/*",
        "application/json",
        "application/json, text/html;q=0.9",
        "application/problem+json, text/html;q=0.5, */*;q=0.1",
        "text/html;q=0",
        "text/plain, */*;q=0.001",
        "text/htmlx",
        ";;,,text"
      })
  @NullSource
  void everybodyElseCallsTheApi(String accept) {
    assertThat(PageRequests.prefersHtml(accept)).isFalse();
  }
}
