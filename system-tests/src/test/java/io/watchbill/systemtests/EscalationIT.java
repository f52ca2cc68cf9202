package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.service.Service;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationIT {
  private Sandbox sandbox;
  private WebhookReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.shared();
    receiver = new WebhookReceiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void theSecondaryIsPagedWhenThePrimaryDoesNotAcknowledgeInTime() {
    Crew crew =
        new Crew(sandbox)
            .withPeople(receiver, "ann", "ben")
            .withStanding("primary:ann", "secondary:ben")
            .withPolicy(
                """
                {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                {"name": "secondary", "after": "PT3S",
                 "notify": [{"rotation": "$rotation", "role": "secondary"}]}
                """);

    String reference = crew.open("Nobody answers", "P1");

    await().atMost(90, SECONDS).until(() -> receiver.pagedFor(reference).size() == 1);
    await().atMost(90, SECONDS).until(() -> receiver.pagedFor(reference).size() == 2);
    assertThat(receiver.pagedFor(reference))
        .containsExactly(crew.person("ann"), crew.person("ben"));
  }

  @Test
  void legalAcknowledgesOnlyItsOwnBranch() throws Exception {
    Crew crew =
        new Crew(sandbox)
            .withPeople(receiver, "ann", "ben", "leo")
            .withStanding("primary:ann", "secondary:ben", "legal:leo")
            .withPolicy(
                """
                {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                {"name": "secondary", "after": "PT5S",
                 "notify": [{"rotation": "$rotation", "role": "secondary"}]},
                {"name": "legal", "branch": "legal", "when": {"tags": ["data-breach"]},
                 "notify": [{"rotation": "$rotation", "role": "legal"}],
                 "repeat": {"every": "PT5S", "times": 1}}
                """);

    String reference = crew.open("Customer data on a paste site", "P1", "data-breach");
    await()
        .atMost(90, SECONDS)
        .untilAsserted(
            () ->
                assertThat(receiver.pagedFor(reference))
                    .containsExactlyInAnyOrder(crew.person("ann"), crew.person("leo")));
    linkOf(reference, crew.person("leo")).acknowledge();

    await()
        .atMost(15, SECONDS)
        .until(() -> receiver.pagedFor(reference).contains(crew.person("ben")));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> timesPaged(reference, crew.person("leo")) == 1);
    assertThat(crew.stateOf(reference)).isEqualTo("triggered");
  }

  @Test
  void withoutItsTagLegalIsLeftAlone() {
    Crew crew =
        new Crew(sandbox)
            .withPeople(receiver, "ann", "leo")
            .withStanding("primary:ann", "legal:leo")
            .withPolicy(
                """
                {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                {"name": "legal", "branch": "legal", "when": {"tags": ["data-breach"]},
                 "notify": [{"rotation": "$rotation", "role": "legal"}]}
                """);

    String reference = crew.open("A scan", "P2");

    await().atMost(90, SECONDS).until(() -> receiver.pagedFor(reference).size() == 1);
    assertThat(receiver.pagedFor(reference)).containsExactly(crew.person("ann"));
  }

  @Test
  void theLastResortIsPagedWhenNobodyIsOnCall() {
    Crew crew = new Crew(sandbox).withPeople(receiver, "ann");
    crew.withRotation(
            """
            {"name": "primary", "layers": [{"name": "not yet", "start": "2199-01-01T00:00",
              "cadence": {"every": 1, "unit": "week"}, "turns": [["%s"]]}]}
            """
                .formatted(crew.person("ann")))
        .withPolicy(
            """
            {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
            """);
    sandbox
        .api(Service.ESCALATION)
        .put("/v1/last-resort", receiver.asContact("last-resort"))
        .expectSuccess("last resort");

    String reference = crew.open("Nobody is there", "P1");

    await().atMost(90, SECONDS).until(() -> !receiver.pagesOf(reference).isEmpty());
    assertThat(receiver.pagedFor(reference)).doesNotContain(crew.person("ann"));
    await()
        .atMost(90, SECONDS)
        .until(() -> crew.timelineOf(reference).stream().anyMatch(t -> t.contains("nobody")));
  }

  private long timesPaged(String reference, String person) {
    return receiver.pagedFor(reference).stream().filter(person::equals).count();
  }

  private Link linkOf(String reference, String person) {
    JsonNode page =
        receiver.pagesOf(reference).stream()
            .filter(data -> data.path("person").asText().equals(person))
            .findFirst()
            .orElseThrow();
    return Link.in(page.path("acknowledge").asText());
  }
}
