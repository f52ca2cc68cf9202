package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.process.Processes;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that stands still for a minute, as under a paused virtual machine, loses nothing. */
class StoppedProcessIT {

  @Test
  void anEscalationServiceThatStandsStillForAMinutePagesEachOnceAfterwards() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox)
              .withPeople(receiver, "ann", "ben")
              .withStanding("primary:ann", "secondary:ben")
              .withPolicy(
                  """
                  {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                  {"name": "secondary", "after": "PT40S",
                   "notify": [{"rotation": "$rotation", "role": "secondary"}]}
                  """);
      String before = crew.open("Before it stands still", "P1");
      await().atMost(60, SECONDS).until(() -> receiver.pagedFor(before).size() == 1);

      String meanwhile =
          sandbox.withoutRestarts(
              () -> {
                ProcessHandle service = sandbox.process(Service.ESCALATION);
                Processes.signal(service, "STOP");
                try {
                  String opened = crew.open("While it stands still", "P1");
                  await().pollDelay(Duration.ofMinutes(1)).atMost(2, MINUTES).until(() -> true);
                  assertThat(receiver.pagedFor(opened)).isEmpty();
                  return opened;
                } finally {
                  Processes.signal(service, "CONT");
                }
              });

      for (String reference : List.of(before, meanwhile)) {
        await()
            .atMost(60, SECONDS)
            .untilAsserted(
                () ->
                    assertThat(receiver.pagedFor(reference))
                        .containsExactlyInAnyOrder(crew.person("ann"), crew.person("ben")));
      }
    }
  }
}
