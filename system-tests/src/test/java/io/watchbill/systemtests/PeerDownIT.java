package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.service.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Pages do not wait for the rotation-service: the shifts of the coming days are kept. */
class PeerDownIT {
  private final Clock clock = Clock.systemUTC();

  @Test
  void withoutTheRotationServiceThePersonOnCallIsPagedAcrossAHandover() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = new Crew(sandbox).withPeople(receiver, "ann", "ben");
      LocalDateTime handover =
          LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.SECONDS)
              .plusSeconds(30);
      crew.withRotation(hourly(crew, handover.minusHours(1)))
          .withPolicy(
              """
              {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
              """);
      String first = crew.open("Before, with all services", "P1");
      await().atMost(90, SECONDS).until(() -> receiver.pagedFor(first).size() == 1);

      sandbox.withoutRestarts(
          () -> {
            Sandbox.kill(sandbox.process(Service.ROTATION));
            assertThat(sandbox.api(Service.INCIDENT).get("/q/health/ready").status())
                .isEqualTo(200);
            assertThat(sandbox.api(Service.ESCALATION).get("/q/health/ready").status())
                .isEqualTo(200);
            String before = crew.open("Before the handover", "P1");
            await().atMost(90, SECONDS).until(() -> receiver.pagedFor(before).size() == 1);
            await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> clock.instant().isAfter(handover.toInstant(ZoneOffset.UTC)));
            String after = crew.open("After the handover", "P1");
            await().atMost(90, SECONDS).until(() -> receiver.pagedFor(after).size() == 1);

            await().atMost(90, SECONDS).until(() -> receiver.pagedFor(before).size() == 2);

            // Unacknowledged, it moves to the person who takes over the shift.
            assertThat(receiver.pagedFor(before))
                .containsExactly(crew.person("ann"), crew.person("ben"));
            assertThat(receiver.pagedFor(after)).containsExactly(crew.person("ben"));
            return null;
          });
      awaitBack(sandbox);
    }
  }

  private static String hourly(Crew crew, LocalDateTime start) {
    return """
    {"name": "primary", "layers": [{"name": "hourly", "start": "%s",
      "cadence": {"every": 1, "unit": "hour"}, "turns": [["%s"], ["%s"]]}]}
    """
        .formatted(start, crew.person("ann"), crew.person("ben"));
  }

  private static void awaitBack(Sandbox sandbox) {
    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .until(() -> sandbox.api(Service.ROTATION).get("/v1/teams?limit=1").status() == 200);
  }
}
