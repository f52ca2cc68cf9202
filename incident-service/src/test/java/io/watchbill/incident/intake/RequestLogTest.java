package io.watchbill.incident.intake;

import static io.watchbill.incident.Api.admin;
import static io.watchbill.incident.Api.as;
import static io.watchbill.incident.Api.incident;
import static io.watchbill.incident.Api.integration;
import static io.watchbill.incident.Api.send;
import static io.watchbill.incident.Api.sent;
import static io.watchbill.incident.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.watchbill.incident.Message;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestLogTest {
  @Inject MovableTime time;
  @Inject IntakeRetention forgetting;

  private String integration;

  @BeforeEach
  void anIntegration() {
    integration = integration();
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void everyRequestIsStoredWithItsOutcomeAndBody() {
    String message = Message.of("G").firing("a", "high").json();
    String reference = sent(integration, Message.of("G").firing("a", "high"));
    send(integration, "nonsense").statusCode(400);

    JsonPath log = log();
    assertThat(log.getList("items.outcome")).isEqualTo(List.of("refused", "accepted"));
    assertThat(log.getList("items.status")).isEqualTo(List.of(400, 200));
    assertThat(log.getString("items[1].incident")).isEqualTo(reference);
    assertThat(log.getString("items[1].detail")).startsWith("1 alerts: 1 new");
    assertThat(log.getString("items[1].body")).isNull();
    admin()
        .get("/v1/requests?incident=" + reference)
        .then()
        .body("items.id", equalTo(List.of(log.getString("items[1].id"))));
    admin()
        .get("/v1/requests/" + log.getString("items[1].id"))
        .then()
        .body("body", equalTo(message))
        .body("size", equalTo(message.length()));
  }

  @Test
  void theLogShowsNoKey() {
    String key = TestKeys.integration(integration);
    sent(integration, Message.of("G").firing("a", "high"));

    admin()
        .get("/v1/requests/" + log().getString("items[0].id"))
        .then()
        .body(not(containsString(key)));
  }

  @Test
  void aStoredRequestCanBeReplayed() {
    String first = sent(integration, Message.of("G").firing("a", "high"));
    sent(integration, Message.of("G").resolved("a"));
    String kept = log().getString("items[1].id");

    String again =
        admin()
            .post("/v1/requests/" + kept + "/replay")
            .then()
            .statusCode(200)
            .extract()
            .path("incidents[0]");

    assertThat(again).isNotEqualTo(first);
    assertThat(incident(again).getString("state")).isEqualTo("triggered");
    assertThat(log().getString("items[0].replayOf")).isEqualTo(kept);
  }

  @Test
  void aCutRequestCannotBeReplayed() {
    send(integration, "x".repeat(4 * 1024 * 1024 + 1)).statusCode(413);

    admin()
        .post("/v1/requests/" + log().getString("items[0].id") + "/replay")
        .then()
        .statusCode(409);
  }

  @Test
  void replayingNeedsARightForTheTeam() {
    sent(integration, Message.of("G").firing("a", "high"));
    String replay = "/v1/requests/" + log().getString("items[0].id") + "/replay";
    String stranger = unique("person");
    String key = TestKeys.person(stranger);
    TestKeys.grant(stranger, "responder", "another-team");

    as(TestKeys.viewer()).post(replay).then().statusCode(403);
    as(key).post(replay).then().statusCode(403);
  }

  @Test
  void requestsAreListedInPagesAndByOutcome() {
    for (int i = 0; i < 5; i++) {
      sent(integration, Message.of("G").firing("a", "high"));
    }
    send(integration, "nonsense").statusCode(400);

    admin()
        .get("/v1/requests?outcome=refused&integration=" + integration)
        .then()
        .body("items", hasSize(1));
    String link =
        admin()
            .get("/v1/requests?limit=4&integration=" + integration)
            .then()
            .body("items", hasSize(4))
            .extract()
            .header("Link");
    assertThat(link).contains("rel=\"next\"");
    admin()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items", hasSize(2))
        .header("Link", (String) null);
  }

  @Test
  void wrongQuestionsAreAnsweredWithWhatIsAllowed() {
    admin()
        .get("/v1/requests?outcome=lost")
        .then()
        .statusCode(400)
        .body("detail", containsString("refused"));
    admin().get("/v1/requests?since=yesterday").then().statusCode(400);
    admin().get("/v1/requests?cursor=%20%00").then().statusCode(400);
    admin().get("/v1/requests?limit=0").then().statusCode(400);
    admin().get("/v1/requests/nothing").then().statusCode(404);
  }

  @Test
  void theLogForgetsWhatIsOlderThanItsKeepingTime() {
    sent(integration, Message.of("G").firing("a", "high"));
    assertThat(log().getList("items")).hasSize(1);

    time.advance(Duration.ofDays(31));

    await()
        .untilAsserted(
            () -> {
              forgetting.iteration();
              assertThat(log().getList("items")).isEmpty();
            });
  }

  private JsonPath log() {
    return admin()
        .get("/v1/requests?integration=" + integration)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
