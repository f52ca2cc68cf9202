package io.watchbill.kit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.kit.http.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

  @ParameterizedTest
  @CsvSource({
    "https://watchbill.example.org/on-call/, OK,   Links begin with https://watchbill.example.org/on-call.",
    "http://watchbill.example.org,           WARN, Links begin with http://watchbill.example.org: what acknowledges a page travels in the clear.",
    "http://127.0.0.1:8080,                  OK,   Links begin with http://127.0.0.1:8080: they work on this machine only.",
    "http://LOCALHOST:8080,                  OK,   Links begin with http://LOCALHOST:8080: they work on this machine only.",
    "http://[::1]:8080,                      OK,   Links begin with http://[::1]:8080: they work on this machine only.",
  })
  void thePublicUrlIsJudged(String url, Verdict verdict, String text) {
    assertThat(SettingsCheck.of(PublicUrl.of(url)))
        .returns(verdict, Finding::verdict)
        .returns(text, Finding::text);
  }

  @Test
  void anUnknownSettingComesWithWhatWasMeant() {
    assertThat(SettingsCheck.unknown("WATCHBILL_PUBLICURL"))
        .returns(Verdict.WARN, Finding::verdict)
        .returns("There is no setting WATCHBILL_PUBLICURL: nobody reads it.", Finding::text)
        .returns("Did you mean WATCHBILL_PUBLIC_URL?", Finding::advice);
  }
}
