package io.watchbill.kit.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

  @ParameterizedTest
  @CsvSource({
    "'[a-z0-9-]{1,63}', '^(?:[a-z0-9-]{1,63})$'",
    "person|automation, ^(?:person|automation)$",
    "^a$, ^a$",
    "\\S, \\S"
  })
  void aPatternFitsTheWholeText(String ours, String portable) {
    assertThat(Patterns.portable(ours)).isEqualTo(portable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[^\\p{Cntrl}]{0,500}", "(?=.*\\S)[^\\p{Cntrl}]{1,200}", "\\P{Cntrl}*"})
  void controlCharactersAreNamedByTheirCodes(String ours) {
    String portable = Patterns.portable(ours);

    assertThat(portable).doesNotContain("Cntrl");
    for (String text : new String[] {"", "a b", "a\tb", "a\u007fb", "\u0000", "ä\u0085"}) {
      assertThat(Pattern.compile(portable).matcher(text).find())
          .as(text)
          .isEqualTo(text.matches(ours));
    }
  }
}
