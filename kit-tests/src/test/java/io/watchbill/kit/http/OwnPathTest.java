package io.watchbill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody may be sent back to. */
class OwnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/incidents",
        "/incidents/SEC-12?view=timeline&kind=a%20b",
        "/search?q=https://evil.example/",
        "/search?q=//evil.example",
        "/a@b",
        "/t%C3%BCrme",
        "/a:b"
      })
  void anOwnPathIsTaken(String path) {
    assertThat(OwnPath.of(path)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "incidents",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/ /evil.example",
        "/a/../../evil",
        "/.//evil.example",
        "/a//b",
        "/%2f/evil.example",
        "/%5cevil.example",
        "/%",
        "/a#//evil.example",
        "/a\r\nSet-Cookie: watchbill=x",
        "/türme",
        "/a\u0000",
        "/a\u007f",
        " /a",
        "https://evil.example/",
        "https:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/a<script>",
        "/\"onload=x"
      })
  @NullSource
  void whatCouldLeadElsewhereIsNot(String path) {
    assertThat(OwnPath.of(path)).isEmpty();
  }

  @Test
  void aPathThatIsTooLongForAnAddressIsNot() {
    assertThat(OwnPath.of("/" + "a".repeat(2_000))).isEmpty();
  }
}
