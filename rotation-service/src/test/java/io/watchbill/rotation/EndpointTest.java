package io.watchbill.rotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.EndpointRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointTest {

  @Test
  void everyEndpointDeclaresItsRight() {
    EndpointRights.assertAllDeclared("io.watchbill.rotation", Set.of());
  }

  @Test
  void theCommittedDescriptionIsThatOfTheService() throws IOException {
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
    Path fresh = Path.of("target", "openapi.yaml");
    Files.writeString(fresh, served);

    assertThat(Path.of("openapi.yaml"))
        .as("after a change of the API: cp rotation-service/%s rotation-service/", fresh)
        .hasSameTextualContentAs(fresh);
  }

  @Test
  void withoutAKeyNothingIsSaid() {
    given().get("/v1/people").then().statusCode(401);
    given().get("/v1/on-call").then().statusCode(401);
  }
}
