package io.watchbill.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(strings = {"\033", "\u0007", "\u009b", "\u0000", "\u007f", "\u202e", "\u2066"})
  void whatATerminalWouldObeyIsReplaced(String character) {
    assertThat(Printable.line("a" + character + "b")).isEqualTo("a\uFFFDb");
    assertThat(Printable.text("a" + character + "b")).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\t", "\u2028", "\u2029", "\u000b"})
  void whiteSpaceOfEveryKindIsASpaceOnALine(String space) {
    assertThat(Printable.line("a" + space + "b")).isEqualTo("a b");
  }

  @Test
  void aTextKeepsItsLines() {
    assertThat(Printable.text("a\r\nb\nc")).isEqualTo("a\nb\nc");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(Printable.line("a\uD800b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void wordsOfAllLanguagesAndEmojiStay() {
    String text = "Größe 日本 שלום 👩\u200D🚒";

    assertThat(Printable.line(text)).isEqualTo(text);
  }
}
