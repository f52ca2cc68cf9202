package io.watchbill.incident;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.testkit.BehindProxy;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@TestProfile(BehindProxy.Profile.class)
class BehindProxyTest extends BehindProxy {

  @BeforeEach
  void open() {
    for (int i = 0; i < 2; i++) {
      given()
          .auth()
          .oauth2(TestKeys.admin())
          .contentType("application/json")
          .body("{\"title\":\"proxied\",\"severity\":\"P2\",\"team\":\"t\"}")
          .post("/v1/incidents")
          .then()
          .statusCode(201);
    }
  }

  @Override
  protected String listed() {
    return "/v1/incidents?limit=1";
  }
}
