package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a service's committed {@code openapi.yaml} with what it publishes. */
public final class PublishedApi {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path COMMITTED = Path.of("openapi.yaml");
  private static final Path FRESH = Path.of("target", "openapi.yaml");

  private PublishedApi() {}

  /** Fails unless both are equal; the order of fields differs from run to run. */
  public static void assertCommitted() {
    String served =
        given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    try {
      Files.writeString(FRESH, served);
      assertThat(tree(Files.readString(COMMITTED)))
          .as("after a change of the API: cp %s %s", FRESH, COMMITTED)
          .isEqualTo(tree(served));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails unless every operation has an id, a summary and a description, and every body of a
   * request or a success that is JSON an example: its own, or one somewhere in its schema.
   */
  public static void assertEveryOperationIsExplained() {
    try {
      assertThat(new ExplainedApi(tree(Files.readString(COMMITTED))).lacks())
          .as("what the operations lack")
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Addresses differ from place to place. */
  private static JsonNode tree(String yaml) throws IOException {
    ObjectNode tree = (ObjectNode) YAML.readTree(yaml);
    tree.remove("servers");
    return tree;
  }
}
