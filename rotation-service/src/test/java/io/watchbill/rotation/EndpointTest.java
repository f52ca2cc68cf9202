package io.watchbill.rotation;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.EndpointRights;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointTest {

  @Test
  void everyEndpointDeclaresItsRight() {
    // The secret in its path opens a feed. Who signs in has no session yet; who signs out needs
    // none.
    EndpointRights.assertAllDeclared(
        "io.watchbill.rotation",
        Set.of(
            "FeedResource.read",
            "SignInResource.form",
            "SignInResource.byKey",
            "SignInResource.link",
            "SignInResource.byLink",
            "SignOutResource.signOut"));
  }

  @Test
  void withoutAKeyNothingIsSaid() {
    given().get("/v1/people").then().statusCode(401);
    given().get("/v1/on-call").then().statusCode(401);
  }
}
