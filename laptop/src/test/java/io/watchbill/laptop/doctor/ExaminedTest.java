package io.watchbill.laptop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminedTest {
  private static final URI BASE = URI.create("https://w.example");
  private static final String ANSWER =
      """
      {"service": "rotation-service", "version": "0.1.0", "publicUrl": "https://w.example",
       "findings": [
         {"check": "clock", "verdict": "OK", "text": "fine", "advice": null, "page": null},
         {"check": "peers", "verdict": "FAIL", "text": "gone", "advice": "Look.", "page": "x.md"},
         {"check": "later", "verdict": "SOMETHING", "text": "new"}]}
      """;

  private static Examined of(int status, String body) {
    JsonNode json = Api.parse(body);
    return Examined.of(Service.ROTATION, BASE, new Api.Answer(status, json, Optional.empty()));
  }

  @Test
  void theFindingsOfAServiceBecomeLines() {
    Examined examined = of(200, ANSWER);

    assertThat(examined.version()).contains("0.1.0");
    assertThat(examined.publicUrl()).contains(BASE);
    assertThat(examined.lines())
        .extracting(Line::shown)
        .containsExactly(
            "ok    rotation    clock: fine",
            "FAIL  rotation    peers: gone Look. [x.md]",
            "warn  rotation    later: new");
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not know this key",
    "403, may not ask",
    "404, has nobody to ask for this service",
    "503, needs its database",
    "500, answered 500",
    "200, not as Watchbill does",
  })
  void otherAnswersFail(int status, String text) {
    assertThat(of(status, "<html>").lines())
        .singleElement()
        .returns(Verdict.FAIL, Line::verdict)
        .extracting(Line::text)
        .asString()
        .contains(text);
  }

  @Test
  void aServiceThatDoesNotAnswerFails() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Examined examined =
        Examined.ask(Service.ROTATION, URI.create("http://127.0.0.1:" + port), "no-key");

    assertThat(examined.lines())
        .singleElement()
        .extracting(Line::text)
        .asString()
        .startsWith("http://127.0.0.1:" + port + " does not answer (");
  }

  @Test
  void whatAServiceAnswersMovesNoCursor() {
    Line line = Line.ok("rotation", "clock", "a\u001b[2J\nb");

    assertThat(line.shown()).isEqualTo("ok    rotation    clock: a [2J b");
  }

  @Test
  void differentReleasesAndUrlsAreSaid() {
    Examined one = of(200, ANSWER);
    Examined other =
        of(200, ANSWER.replace("0.1.0", "0.2.0").replace("//w.example", "//v.example"));

    assertThat(Agreement.of(List.of(one, one)))
        .extracting(Line::shown)
        .containsExactly("ok    here        versions: All that answer are of 0.1.0.");
    assertThat(Agreement.of(List.of(one, other)))
        .extracting(Line::text)
        .containsExactly(
            "The services are of different releases: 0.1.0, 0.2.0.",
            "The services believe in different URLs: https://v.example, https://w.example.");
    assertThat(Agreement.of(List.of())).isEmpty();
  }
}
