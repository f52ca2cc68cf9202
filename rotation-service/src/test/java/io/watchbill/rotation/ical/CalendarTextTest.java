package io.watchbill.rotation.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "ä", "\u4e2d", "\ud83d\udd14", "a\ud83d\udd14\u4e2d", "\\"})
  void noLineIsLongerThan75OctetsAndNoCharacterIsCut(String piece) {
    String value = piece.repeat(200);

    String text = new CalendarText().text("SUMMARY", value).toString();

    assertThat(text.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .allMatch(line -> StandardCharsets.UTF_8.newEncoder().canEncode(line));
    assertThat(ContentLine.of(text).getFirst().text()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0085, \\n",
    "2028, \\n",
    "2029, \\n",
    "000A, \\n",
    "000D, \\n",
    "000B, \\n",
    "000C, \\n",
    "001E, \\n",
    "003B, \\;",
    "002C, '\\,'",
    "005C, \\\\"
  })
  void lineAndValueEndsAreEscaped(String code, String escaped) {
    String value = "a" + Character.toString(Integer.parseInt(code, 16)) + "b";

    assertThat(new CalendarText().text("NAME", value)).hasToString("NAME:a" + escaped + "b\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u009b", "\u007f"})
  void otherControlCharactersAreBlanks(String control) {
    assertThat(new CalendarText().text("NAME", "a" + control + "b")).hasToString("NAME:a b\r\n");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(new CalendarText().text("NAME", "a\ud83d")).hasToString("NAME:a\ufffd\r\n");
  }

  @Test
  void aValueThatIsNoTextBeginsNoLine() {
    assertThat(new CalendarText().line("ORGANIZER", "x\r\nATTACH:y").toString())
        .isEqualTo("ORGANIZER:x  ATTACH:y\r\n");
  }

  @Test
  void instantsAreInUtc() {
    assertThat(new CalendarText().instant("DTSTART", Instant.parse("2026-03-29T01:30:05Z")))
        .hasToString("DTSTART:20260329T013005Z\r\n");
  }
}
