package io.watchbill.escalation.acknowledgement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;

/** The links of somebody who has been archived open nothing any more. */
@QuarkusTest
class ArchivedLinkTest extends ServiceTest {

  @Test
  void aLinkOfAnArchivedPersonAcknowledgesNothing() {
    reachableByMail("ann");
    rotation("primary", "ann");
    policy(step("primary", "primary"));
    Incident incident = open("P1");
    String link = linkOf("ann");
    given().get(link).then().statusCode(200);

    TestKeys.archive(named("ann"));

    given().get(link).then().statusCode(404);
    given().post(link).then().statusCode(404);
    turnsPass();
    assertThat(incidents.events("page.acknowledged", incident.id)).isEmpty();
  }
}
