package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchbill.laptop.service.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The main path: a real Alertmanager fires, a person is paged, acknowledges, and it resolves. */
class AlertmanagerIT {
  private static final String STEPS =
      """
      {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
      {"name": "secondary", "after": "PT6S",
       "notify": [{"rotation": "$rotation", "role": "secondary"}]}
      """;
  private static final String[] LABELS = {
    "severity=critical", "instance=edge-3", "--annotation=summary=Brute force on admin accounts"
  };

  @Test
  void anAlertPagesUntilItIsAcknowledgedByLinkAndResolvesWithAlertmanager() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = crew(sandbox, receiver);
      String mail = crew.person("ann") + "@example.org";
      try (Alertmanager alertmanager =
          Alertmanager.sendingTo(sandbox.address(Service.INCIDENT), crew.integrationKey())) {

        alertmanager.fire("AdminBruteForce", LABELS);

        await().atMost(90, SECONDS).until(() -> crew.incidents().size() == 1);
        String reference = crew.incidents().getFirst().path("reference").asText();
        assertThat(crew.incident(reference).path("severity").asText()).isEqualTo("P0");
        await()
            .atMost(90, SECONDS)
            .untilAsserted(
                () -> {
                  assertThat(receiver.pagedFor(reference)).containsExactly(crew.person("ann"));
                  assertThat(Mailbox.shared().to(mail)).hasSize(1);
                });
        assertThat(receiver.refused()).isEmpty();

        Link link = Link.in(Mailbox.shared().to(mail).getFirst());
        assertThat(link.open()).contains(reference);
        assertThat(crew.stateOf(reference)).isEqualTo("triggered");
        link.acknowledge();
        await().atMost(90, SECONDS).until(() -> crew.stateOf(reference).equals("acknowledged"));

        await()
            .during(Duration.ofSeconds(8))
            .atMost(Duration.ofSeconds(90))
            .until(() -> receiver.pagedFor(reference).size() == 1);

        alertmanager.resolve("AdminBruteForce", LABELS);
        await().atMost(90, SECONDS).until(() -> crew.stateOf(reference).equals("resolved"));
        assertThat(crew.timelineOf(reference)).hasSizeGreaterThanOrEqualTo(4);
      }
    }
  }

  private static Crew crew(Sandbox sandbox, WebhookReceiver receiver) {
    Crew crew = new Crew(sandbox).withPeople(receiver, "ann", "ben");
    return crew.contact(
            "ann",
            "mail",
            "{\"kind\": \"email\", \"address\": \"%s@example.org\"}".formatted(crew.person("ann")))
        .withStanding("primary:ann", "secondary:ben")
        .withPolicy(STEPS);
  }
}
