package io.watchbill.escalation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.testkit.BehindProxy;
import io.watchbill.testkit.TestKeys;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@TestProfile(BehindProxy.Profile.class)
class BehindProxyTest extends BehindProxy {

  @BeforeEach
  void putWebhooks() {
    for (String id : List.of("proxied-a", "proxied-b")) {
      given()
          .auth()
          .oauth2(TestKeys.admin())
          .contentType("application/json")
          .body("{\"name\":\"Proxied\",\"address\":\"https://93.184.216.34/" + id + "\"}")
          .put("/v1/webhooks/" + id)
          .then()
          .statusCode(lessThan(300));
    }
  }

  @Override
  protected String listed() {
    return "/v1/webhooks?limit=1";
  }
}
