package io.watchbill.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The order of fields differs from run to run, so trees are compared, not texts. */
@QuarkusTest
class OpenApiTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void theCommittedDescriptionIsTheOneThatIsServed() throws IOException {
    String served =
        given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    Files.writeString(Path.of("target", "openapi.yaml"), served);

    assertThat(tree(Files.readString(Path.of("openapi.yaml"))))
        .as("after a change of the API: cp target/openapi.yaml openapi.yaml")
        .isEqualTo(tree(served));
  }

  @Test
  void everyOperationHasANameAndASummary() throws IOException {
    JsonNode paths = tree(Files.readString(Path.of("openapi.yaml"))).path("paths");

    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        assertThat(operation.path("operationId").asText()).isNotEmpty();
        assertThat(operation.path("summary").asText()).isNotEmpty();
      }
    }
  }

  /** Addresses differ from place to place. */
  private static JsonNode tree(String yaml) throws IOException {
    ObjectNode tree = (ObjectNode) YAML.readTree(yaml);
    tree.remove("servers");
    return tree;
  }
}
