package io.watchbill.rotation.ical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchbill.rotation.calendar.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares calendars with another library's results: {@code ical/expectations.py}. */
class ReferenceTest {

  static Stream<Named<JsonNode>> cases() throws IOException {
    try (InputStream file = ReferenceTest.class.getResourceAsStream("/ical/expectations.json")) {
      JsonNode all = new ObjectMapper().readTree(file);
      return StreamSupport.stream(all.spliterator(), false)
          .map(example -> Named.of(example.path("name").asText(), example));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void occurrencesAgreeWithTheReference(JsonNode example) {
    Span range = new Span(day(example.path("from")), day(example.path("to")));

    CalendarFile file =
        CalendarFile.read(
            example.path("file").asText(), ZoneId.of(example.path("zone").asText()), range, 10_000);

    assertThat(file.notUnderstood()).isEmpty();
    assertThat(file.happenings())
        .extracting(h -> h.span().start() + " " + h.span().end() + " " + h.summary())
        .as(example.path("file").asText())
        .containsExactlyInAnyOrderElementsOf(expected(example));
  }

  private static List<String> expected(JsonNode example) {
    return StreamSupport.stream(example.path("expected").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static Instant day(JsonNode date) {
    return Instant.parse(date.asText() + "T00:00:00Z");
  }
}
