package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakCheckTest {
  private final LeakCheck check = new LeakCheck(Set.of("a-secret-that-is-known"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the secret a-secret-that-is-known is used",
        "key wb_0123456789ab_0123456789abcdefghijklmnopqrstuv refused",
        "signing with whsec_MDEyMzQ1Njc4OWFiY2RlZg==",
        "headers: Authorization: Bearer something.secret",
        "headers: authorization=Basic YWxpY2U6c2VjcmV0==",
        "POST /v1/ingest/alertmanager/0123456789abcdefghijklmnopqrstuv 200",
        "sent http://host/acknowledge/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "jdbc:postgresql://host/db?user=x&password=open-sesame"
      })
  void aLeakIsFound(String line) {
    assertThat(check.leaks(line)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-12 triggered by prometheus, P1, round 1",
        "Send a valid key: 'Authorization: Bearer …'.",
        "POST /v1/ingest/alertmanager/{key} 200",
        "GET /acknowledge/{token} 200",
        "delivery 0197b4c1-7f3e-7c8a-9a50-2f6b8c1d0e4f handed over",
        "policy snapshot 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void whatIsNoSecretIsNone(String line) {
    assertThat(check.leaks(line)).isEmpty();
  }

  @Test
  void aLeakIsReportedWithItsLine() {
    assertThat(check.leaks("oh: a-secret-that-is-known"))
        .containsExactly("a-secret-that-is-known in: oh: a-secret-that-is-known");
  }
}
