package io.watchbill.escalation.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[P1] INC-7: disk full",
        "[P1] INC-7: \ud83d\udd25 Brand im Serverraum \ud83d\ude92",
        "\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25\ud83d\udd25",
        "\u30b5\u30fc\u30d0\u30fc\u306e\u30c7\u30a3\u30b9\u30af\u304c\u3044\u3063\u3071\u3044\u3067\u3059\u3002\u3059\u3050\u306b\u78ba\u8a8d\u3057\u3066\u304f\u3060\u3055\u3044",
        "a =?UTF-8?B?eA==?= that is none"
      })
  void aSubjectIsReadAsItWasWritten(String line) throws UnsupportedEncodingException {
    String header = Subject.header(line);

    assertThat(MimeUtility.decodeText(MimeUtility.unfold(header.replace("\n", "\r\n"))))
        .isEqualTo(line);
    assertThat(header.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    assertThat(header.lines()).allMatch(one -> one.length() <= 76);
  }

  @Test
  void everyWordIsWholeByItself() throws UnsupportedEncodingException {
    for (String word : Subject.header("\ud83d\udd25".repeat(60)).split("\n ")) {
      assertThat(MimeUtility.decodeText(word)).matches("(\ud83d\udd25)+");
    }
  }

  @Test
  void aLongLineIsFolded() {
    String header = Subject.header("word ".repeat(30).strip());

    assertThat(header.lines()).hasSizeGreaterThan(1).allMatch(one -> one.length() <= 76);
    assertThat(header.replace("\n", "")).isEqualTo("word ".repeat(30).strip());
  }
}
