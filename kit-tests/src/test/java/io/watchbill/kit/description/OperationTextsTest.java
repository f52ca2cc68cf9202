package io.watchbill.kit.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class OperationTextsTest {
  private final Operation operation =
      OASFactory.createOperation()
          .operationId("putTeam")
          .addParameter(
              OASFactory.createParameter().name("id").in(Parameter.In.PATH).required(true))
          .requestBody(OASFactory.createRequestBody())
          .responses(
              OASFactory.createAPIResponses()
                  .addAPIResponse("200", OASFactory.createAPIResponse().description("OK"))
                  .addAPIResponse("204", OASFactory.createAPIResponse().description("No Content")));

  private final OpenAPI document =
      OASFactory.createOpenAPI()
          .components(OASFactory.createComponents().addSchema("Person", OASFactory.createSchema()))
          .paths(
              OASFactory.createPaths()
                  .addPathItem("/v1/teams/{id}", OASFactory.createPathItem().PUT(operation)));

  private void add(String operations) {
    addFile("paths:\n  /v1/teams/{id}:\n" + operations.indent(4));
  }

  private void addFile(String file) {
    OperationTexts.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
        .addTo(document);
  }

  @Test
  void textsAndExamplesAreAdded() {
    add(
        """
        put:
          description: An archived team comes back.
          parameters:
          - {name: id, in: path, example: soc}
          requestBody:
            content: {application/json: {example: {name: SOC}}}
        """);

    assertThat(operation.getDescription()).isEqualTo("An archived team comes back.");
    assertThat(operation.getParameters().getFirst().getExample()).isEqualTo("soc");
    assertThat(operation.getParameters().getFirst().getRequired()).isTrue();
    assertThat(operation.getRequestBody().getContent().getMediaTypes())
        .containsKey("application/json");
  }

  @Test
  void theFileKnowsHowAnOperationSucceeds() {
    add(
        """
        put:
          responses:
            "200": {description: Replaced}
            "201": {description: Made}
            "409": {description: In use}
        """);

    assertThat(operation.getResponses().getAPIResponses()).containsOnlyKeys("200", "201", "409");
    assertThat(operation.getResponses().getAPIResponse("200").getDescription())
        .isEqualTo("Replaced");
  }

  @Test
  void anErrorOnlyLeavesTheGeneratedSuccess() {
    add("put: {responses: {'409': {description: In use}}}");

    assertThat(operation.getResponses().getAPIResponses()).containsKeys("200", "409");
  }

  @Test
  void anUnknownOperationIsRefused() {
    assertThatThrownBy(() -> add("post: {description: Lost}"))
        .hasMessageContaining("POST /v1/teams/{id}, which does not exist");
  }

  @Test
  void examplesCanBeShared() {
    addFile("paths: {}\ncomponents: {examples: {soc: {value: {name: SOC}}}}");

    assertThat(document.getComponents().getExamples()).containsOnlyKeys("soc");
  }

  @Test
  void anUnknownParameterIsRefused() {
    assertThatThrownBy(() -> add("put: {parameters: [{name: id, in: query, example: soc}]}"))
        .hasMessageContaining("the parameter id of putTeam, which does not exist");
  }

  @Test
  void anUnknownSchemaIsRefused() {
    String list = "{type: array, items: {$ref: '#/components/schemas/Team'}}";

    assertThatThrownBy(
            () ->
                add(
                    "put: {responses: {'200': {content: {application/json: {schema: %s}}}}}"
                        .formatted(list)))
        .hasMessageContaining("the schema #/components/schemas/Team, which does not exist");
  }
}
