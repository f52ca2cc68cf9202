package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import org.junit.jupiter.api.Test;

/** The rotation-service asks the escalation-service before it archives. */
class ArchiveIT {

  private static final String POLICY =
      """
      {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
      """;

  @Test
  void aRotationIsArchivedOnceNoPolicyNamesItAnyMore() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox)
              .withPeople(receiver, "ann")
              .withStanding("primary:ann")
              .withPolicy(POLICY);
      Api rotations = sandbox.api(Service.ROTATION);
      String rotation = "/v1/rotations/" + crew.id();
      Api.Answer named = rotations.delete(rotation);
      sandbox.api(Service.ESCALATION).delete("/v1/policies/" + crew.id()).expectSuccess("policy");

      Api.Answer unnamed = rotations.delete(rotation);

      assertThat(named.status()).isEqualTo(409);
      assertThat(named.body().at("/errors/0/pointer").asText())
          .isEqualTo("/v1/policies/" + crew.id());
      assertThat(unnamed.status()).isEqualTo(204);
    }
  }

  @Test
  void noPolicyMayNameWhatIsArchived() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew = new Crew(sandbox).withPeople(receiver, "ann").withStanding("primary:ann");
      sandbox.api(Service.ROTATION).delete("/v1/rotations/" + crew.id()).expectSuccess("archived");

      Api.Answer answer =
          sandbox
              .api(Service.ESCALATION)
              .put(
                  "/v1/policies/" + crew.id(),
                  "{\"name\": \"x\", \"steps\": [%s]}"
                      .formatted(POLICY.replace("$rotation", crew.id())));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().at("/errors/0/pointer").asText())
          .isEqualTo("/steps/0/notify/0/rotation");
      assertThat(answer.body().at("/errors/0/detail").asText())
          .isEqualTo("there is no rotation '" + crew.id() + "'");
    }
  }
}
