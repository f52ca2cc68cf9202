package io.watchbill.laptop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A link that signs a person in once.
 *
 * @param life for how long it works
 */
record SignInLink(String url, Duration life) {

  static SignInLink of(JsonNode answer, Instant now) {
    Instant end = Instant.parse(answer.path("expiresAt").asText());
    return new SignInLink(answer.path("url").asText(), Duration.between(now, end));
  }

  /** Tells how to use it. */
  String text() {
    return "Open %s in your browser (works once, %d minutes)"
        .formatted(url, Math.max(1, Math.round(life.toSeconds() / 60.0)));
  }
}
