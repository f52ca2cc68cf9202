package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys and the secret of the links are renewed as the operating guide says, one service after the
 * other, while alerts come in and are acknowledged by link.
 */
class RenewedSecretsIT {
  private Sandbox sandbox;
  private WebhookReceiver receiver;
  private WebhookReceiver quiet;
  private Crew busy;
  private Crew waiting;

  @BeforeEach
  void crews() throws Exception {
    sandbox = Sandbox.shared();
    receiver = new WebhookReceiver();
    quiet = new WebhookReceiver();
    busy = crew(receiver);
    waiting = crew(quiet);
  }

  private Crew crew(WebhookReceiver pages) {
    return new Crew(sandbox)
        .withPeople(pages, "ann")
        .withStanding("primary:ann")
        .withPolicy(
            """
            {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
            """);
  }

  @AfterEach
  void stop() {
    receiver.close();
    quiet.close();
  }

  @Test
  void secretsAreRenewedUnderTrafficAndNothingIsRefusedOrLost() throws Exception {
    Link signedBefore = linkOfANewPage("Before the renewal");
    Map<Service, String> former = keys();
    Api intake = new Api(sandbox.address(Service.INCIDENT), busy.integrationKey());
    try (AlertTraffic traffic = new AlertTraffic(intake, receiver)) {
      await().atMost(90, SECONDS).until(() -> traffic.accepted() > 3);

      String oldSecret = sandbox.secrets().find("link-secret").orElseThrow();
      String newSecret = "renewed-" + oldSecret;
      makeKeysAndGiveThemToTheServices();
      sandbox.secrets().keep("accepted-link-secret", newSecret);
      sandbox.restart(Service.INCIDENT);
      sandbox.restart(Service.ESCALATION);
      sandbox.restart(Service.ROTATION);
      former.values().forEach(this::revoke);

      sandbox.secrets().keep("link-secret", newSecret);
      sandbox.secrets().keep("accepted-link-secret", oldSecret);
      sandbox.restart(Service.ESCALATION);

      Link signedAfter = linkOfANewPage("After the renewal");
      signedBefore.acknowledge();
      signedAfter.acknowledge();
      await().atMost(90, SECONDS).until(() -> waiting.unacknowledged().isEmpty());
      int accepted = traffic.accepted();
      await().atMost(90, SECONDS).until(() -> traffic.accepted() > accepted + 3);
      traffic.stopSending();
      await()
          .atMost(60, SECONDS)
          .untilAsserted(() -> assertThat(incidentsPaged()).hasSize(traffic.accepted()));
      await().atMost(60, SECONDS).until(() -> busy.unacknowledged().isEmpty());
      assertThat(traffic.refusals()).isEmpty();
    }
    former.values().forEach(this::opensNothing);
  }

  private Map<Service, String> keys() {
    Map<Service, String> keys = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      keys.put(service, sandbox.secrets().find(service.module() + "-key").orElseThrow());
    }
    return keys;
  }

  /** Each is known before it is used, so the order in which the services come back is the same. */
  private void makeKeysAndGiveThemToTheServices() {
    for (Service service : Service.values()) {
      String key =
          sandbox
              .api(Service.ROTATION)
              .post(
                  "/v1/keys",
                  "{\"kind\": \"service\", \"principal\": \"%s\"}".formatted(service.word()))
              .expectSuccess("key")
              .path("key")
              .asText();
      sandbox.secrets().keep(service.module() + "-key", key);
    }
  }

  private void revoke(String key) {
    sandbox
        .api(Service.ROTATION)
        .delete("/v1/keys/" + key.split("_", -1)[1])
        .expectSuccess("revoked");
  }

  private void opensNothing(String key) {
    Api old = new Api(sandbox.address(Service.ROTATION), key);
    await().atMost(90, SECONDS).until(() -> old.get("/v1/teams").status() == 401);
  }

  private Link linkOfANewPage(String title) {
    String reference = waiting.open(title, "P1");
    await().atMost(90, SECONDS).until(() -> !quiet.pagesOf(reference).isEmpty());
    return Link.in(quiet.pagesOf(reference).getFirst().path("acknowledge").asText());
  }

  private Set<String> incidentsPaged() {
    return receiver.pages().stream()
        .map((JsonNode page) -> page.path("incident").asText())
        .collect(Collectors.toSet());
  }
}
