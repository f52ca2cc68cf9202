package io.watchbill.laptop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AlertTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final Alert alert = Alert.now(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aFiringAlertHasNoEnd() {
    JsonNode message = Api.parse(alert.firing());

    assertThat(message.path("version").asText()).isEqualTo("4");
    assertThat(message.path("alerts").path(0).path("endsAt").asText())
        .isEqualTo("0001-01-01T00:00:00Z");
  }

  @Test
  void theResolvedAlertIsTheSameOne() {
    JsonNode firing = Api.parse(alert.firing());

    JsonNode resolved = Api.parse(alert.resolved(NOW.plusSeconds(5)));

    assertThat(resolved.path("groupKey")).isEqualTo(firing.path("groupKey"));
    assertThat(resolved.at("/alerts/0/fingerprint")).isEqualTo(firing.at("/alerts/0/fingerprint"));
    assertThat(resolved.at("/alerts/0/status").asText()).isEqualTo("resolved");
  }
}
