package io.watchbill.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 0x1b, 0x7f, 0x80, 0x9b, 0x9f, 0xd800, 0xdfff, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff,
        0xfffe, 0xffff, 0x1ffff, 0xfdd0, 0xfff9
      })
  void ordersAreRefusedInLinesAndTexts(int point) {
    String text = "a" + Character.toString(point) + "b";

    assertThat(Typed.faultOfLine(text, 10)).hasValueSatisfying(TypedTest::names);
    assertThat(Typed.faultOfText(text, 10)).isPresent();
    assertThat(Shown.line(text)).isEqualTo("a b");
    assertThat(Shown.escaped(text)).startsWith("a\\u").endsWith("b");
  }

  private static void names(String fault) {
    assertThat(fault).contains("U+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u2028b", "a\u2029b"})
  void lineBreaksAreRefusedInLinesOnly(String text) {
    assertThat(Typed.faultOfLine(text, 10)).isPresent();
    assertThat(Typed.faultOfText(text, 10)).isEmpty();
  }

  @Test
  void nextLineIsAControlCharacterInTexts() {
    assertThat(Typed.faultOfText("a\u0085b", 10)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00eb O'Neil-M\u00fcller",
        "\u9648\u5c0f\u660e",
        "\u05d3\u05d5\u05d3 \u200f(\u05d0)",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\ud83d\udc69\u200d\ud83d\ude92"
            + " \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f"
      })
  void whatPeopleWriteIsFine(String text) {
    assertThat(Typed.faultOfLine(text, 100)).isEmpty();
    assertThat(Shown.line(text)).isEqualTo(text);
    assertThat(Shown.escaped(text)).isEqualTo(text);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    String ten = "\ud83d\udc69".repeat(10);

    assertThat(Typed.faultOfLine(ten, 10)).isEmpty();
    assertThat(Typed.faultOfLine(ten + "x", 10)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\u3000", "\u200b\u200d", "\u3164", "\t\n"})
  void whatShowsNothingIsBlank(String text) {
    assertThat(Typed.isBlank(text)).isTrue();
  }
}
