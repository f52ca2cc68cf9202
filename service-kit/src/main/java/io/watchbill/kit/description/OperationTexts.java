package io.watchbill.kit.description;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * What a service's file {@code META-INF/operations.yaml} says about its operations: descriptions,
 * responses and examples that the generator cannot see in the code. The file is a part of an
 * OpenAPI document; it describes operations, parameters and bodies that exist, and adds none.
 */
final class OperationTexts {
  private static final String FILE = "META-INF/operations.yaml";

  private final OpenAPI texts;

  private OperationTexts(OpenAPI texts) {
    this.texts = texts;
  }

  /** Returns the texts of the service that is built; empty if it has no file. */
  static Optional<OperationTexts> ofService() {
    return Optional.ofNullable(
            Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE))
        .map(OperationTexts::read);
  }

  /** Reads a file and closes it. */
  static OperationTexts read(InputStream file) {
    return new OperationTexts(
        SmallRyeOpenAPI.builder()
            .enableModelReader(false)
            .enableStandardStaticFiles(false)
            .enableAnnotationScan(false)
            .enableStandardFilter(false)
            .withCustomStaticFile(() -> file)
            .build()
            .model());
  }

  /**
   * Adds the texts to a document.
   *
   * @throws IllegalStateException if they name an operation, a parameter or a schema that does not
   *     exist
   */
  void addTo(OpenAPI document) {
    texts
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, text) -> add(text, operation(document, method, path))));
    check(document);
    if (texts.getComponents() != null && texts.getComponents().getExamples() != null) {
      texts.getComponents().getExamples().forEach(document.getComponents()::addExample);
    }
  }

  /** A class that only a text names is known if it has a {@code @Schema}. */
  private void check(OpenAPI document) {
    texts.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> operation.getResponses() != null)
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().getMediaTypes().values().stream())
        .forEach(media -> check(document, media.getSchema()));
  }

  private static void check(OpenAPI document, @Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    String ref = schema.getRef();
    if (ref != null
        && !document
            .getComponents()
            .getSchemas()
            .containsKey(ref.substring(ref.lastIndexOf('/') + 1))) {
      throw missing("the schema " + ref);
    }
    check(document, schema.getItems());
  }

  private static Operation operation(OpenAPI document, PathItem.HttpMethod method, String path) {
    return Optional.ofNullable(document.getPaths().getPathItem(path))
        .map(item -> item.getOperations().get(method))
        .orElseThrow(() -> missing(method + " " + path));
  }

  private static void add(Operation text, Operation operation) {
    if (text.getDescription() != null) {
      operation.setDescription(text.getDescription());
    }
    for (Parameter parameter : orEmpty(text.getParameters())) {
      add(parameter, parameter(operation, parameter));
    }
    if (text.getRequestBody() != null) {
      add(text.getRequestBody(), body(operation));
    }
    if (text.getResponses() != null) {
      add(text.getResponses(), operation.getResponses());
    }
  }

  private static RequestBody body(Operation operation) {
    return Optional.ofNullable(operation.getRequestBody())
        .orElseThrow(() -> missing("a body of " + operation.getOperationId()));
  }

  private static Parameter parameter(Operation operation, Parameter text) {
    return orEmpty(operation.getParameters()).stream()
        .filter(one -> text.getName().equals(one.getName()) && text.getIn() == one.getIn())
        .findFirst()
        .orElseThrow(
            () -> missing("the parameter " + text.getName() + " of " + operation.getOperationId()));
  }

  private static void add(Parameter text, Parameter parameter) {
    if (text.getDescription() != null) {
      parameter.setDescription(text.getDescription());
    }
    if (text.getExample() != null) {
      parameter.setExample(text.getExample());
    }
    if (text.getRequired() != null) {
      parameter.setRequired(text.getRequired());
    }
  }

  private static void add(RequestBody text, RequestBody body) {
    if (text.getDescription() != null) {
      body.setDescription(text.getDescription());
    }
    if (text.getContent() != null) {
      body.setContent(text.getContent());
    }
  }

  /** The generator guesses how an operation succeeds; the file knows. */
  private static void add(APIResponses texts, APIResponses responses) {
    if (texts.getAPIResponses().keySet().stream().anyMatch(OperationTexts::isSuccess)) {
      List.copyOf(responses.getAPIResponses().keySet()).stream()
          .filter(status -> isSuccess(status) && !texts.hasAPIResponse(status))
          .forEach(responses::removeAPIResponse);
    }
    texts
        .getAPIResponses()
        .forEach(
            (status, text) -> {
              if (responses.hasAPIResponse(status)) {
                add(text, responses.getAPIResponse(status));
              } else {
                responses.addAPIResponse(status, text);
              }
            });
  }

  private static void add(APIResponse text, APIResponse response) {
    if (text.getDescription() != null) {
      response.setDescription(text.getDescription());
    }
    if (text.getContent() != null) {
      response.setContent(text.getContent());
    }
    if (text.getHeaders() != null) {
      response.setHeaders(text.getHeaders());
    }
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2") || status.startsWith("3");
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(FILE + " describes " + what + ", which does not exist");
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
