package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedApiTest {

  private static List<String> lacks(String operation) throws Exception {
    String document =
        """
        components:
          schemas:
            Bare: {type: object, properties: {next: {$ref: '#/components/schemas/Bare'}}}
            Person: {type: object, properties: {name: {type: string, examples: [Alice]}}}
        paths:
          /v1/people:
            post: %s
        """
            .formatted(operation);
    return new ExplainedApi(new YAMLMapper().readTree(document)).lacks();
  }

  private static String json(String schema) {
    return "{content: {application/json: {schema: {$ref: '#/components/schemas/" + schema + "'}}}}";
  }

  private static String named(String rest) {
    return "{operationId: a, summary: b, description: c, " + rest + "}";
  }

  @Test
  void whatIsExplainedLacksNothing() throws Exception {
    assertThat(
            lacks(
                named(
                    "requestBody: %s, responses: {200: %s, 204: {description: d}}"
                        .formatted(json("Person"), json("Person")))))
        .isEmpty();
  }

  @Test
  void anOperationWithoutWordsIsFound() throws Exception {
    assertThat(lacks("{operationId: a, responses: {204: {description: d}}}"))
        .containsExactly("post /v1/people: summary", "post /v1/people: description");
  }

  @Test
  void bodiesWithoutAnExampleAreFound() throws Exception {
    assertThat(
            lacks(
                named(
                    "requestBody: %s, responses: {200: %s}".formatted(json("Bare"), json("Bare")))))
        .containsExactly(
            "post /v1/people: example of the request as application/json",
            "post /v1/people: example of 200 as application/json");
  }

  @Test
  void aSuccessThatSaysNothingOfItsBodyIsFound() throws Exception {
    assertThat(lacks(named("responses: {201: {description: d}}")))
        .containsExactly("post /v1/people: content of 201");
  }

  @Test
  void anExampleBesideTheSchemaWillDo() throws Exception {
    assertThat(
            lacks(
                named(
                    "responses: {200: {content: {application/json: {schema: {type: object},"
                        + " examples: {one: {value: '{}'}}}}}}")))
        .isEmpty();
  }

  @Test
  void faultsNeedNoExample() throws Exception {
    assertThat(lacks(named("responses: {204: {description: d}, 400: %s}".formatted(json("Bare")))))
        .isEmpty();
  }
}
