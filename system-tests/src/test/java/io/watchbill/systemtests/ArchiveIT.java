package io.watchbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import org.junit.jupiter.api.Test;

/** The rotation-service asks the escalation-service before it archives. */
class ArchiveIT {

  @Test
  void aRotationIsArchivedOnceNoPolicyNamesItAnyMore() throws Exception {
    Sandbox sandbox = Sandbox.shared();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Crew crew =
          new Crew(sandbox)
              .withPeople(receiver, "ann")
              .withStanding("primary:ann")
              .withPolicy(
                  """
                  {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]}
                  """);
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
}
