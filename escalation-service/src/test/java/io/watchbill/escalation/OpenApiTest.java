package io.watchbill.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.watchbill.escalation.testing.Neighbourhood;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description is the one that the service publishes. */
@QuarkusTest
@QuarkusTestResource(Neighbourhood.class)
class OpenApiTest {

  @Test
  void theCommittedDescriptionIsThePublishedOne() throws Exception {
    String published = RestAssured.get("/q/openapi").asString();
    Path committed = Path.of("openapi.yaml");
    if (Boolean.getBoolean("watchbill.openapi.write")) {
      Files.writeString(committed, published);
    }

    assertThat(Files.readString(committed)).isEqualTo(published);
  }
}
