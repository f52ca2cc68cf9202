package io.watchbill.kit.description;

import io.watchbill.kit.problem.KitError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** The answers that every operation may give besides its own. */
final class CommonAnswers {
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  /** Whatever is asked. */
  private static final List<Integer> ALWAYS = List.of(400, 404, 406, 429, 503);

  /** Where the key is not one, or not enough. */
  private static final List<Integer> KEY = List.of(401, 403);

  /** Where something changes. */
  private static final List<Integer> CHANGE = List.of(409, 412, 428);

  /** Where a body is sent. */
  private static final List<Integer> BODY = List.of(408, 413, 415, 422);

  private final OpenAPI document;

  CommonAnswers(OpenAPI document) {
    this.document = document;
  }

  void describe() {
    problem();
    Map<Integer, String> titles = titles();
    titles.forEach(
        (status, title) ->
            document.getComponents().addResponse(name(status), described(title, problemContent())));
    for (PathItem path : document.getPaths().getPathItems().values()) {
      path.getOperations().forEach(this::describe);
    }
  }

  private void describe(PathItem.HttpMethod method, Operation operation) {
    APIResponses answers = operation.getResponses();
    ALWAYS.forEach(status -> add(answers, status));
    if (method != PathItem.HttpMethod.GET) {
      CHANGE.forEach(status -> add(answers, status));
    }
    if (operation.getRequestBody() != null) {
      BODY.forEach(status -> add(answers, status));
    }
    KEY.forEach(
        status -> {
          if (isBare(answers.getAPIResponse(String.valueOf(status)))) {
            answers.removeAPIResponse(String.valueOf(status));
          }
          add(answers, status);
        });
    answers
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (isError(status) && isBare(answer)) {
                answer.setContent(problemContent());
              }
            });
    lists(answers);
  }

  private static void add(APIResponses answers, int status) {
    if (!answers.hasAPIResponse(String.valueOf(status))) {
      answers.addAPIResponse(
          String.valueOf(status),
          OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
    }
  }

  private static boolean isBare(@Nullable APIResponse answer) {
    return answer != null && answer.getRef() == null && answer.getContent() == null;
  }

  private static boolean isError(String status) {
    return status.startsWith("4") || status.startsWith("5");
  }

  /** A list is sent in an object, so that more may be said beside it. */
  private static void lists(APIResponses answers) {
    APIResponse success = answers.getAPIResponse("200");
    if (success == null || success.getContent() == null) {
      return;
    }
    for (MediaType media : success.getContent().getMediaTypes().values()) {
      Schema schema = media.getSchema();
      if (schema != null
          && schema.getType() != null
          && schema.getType().contains(SchemaType.ARRAY)) {
        media.setSchema(
            OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("items", schema)
                .addRequired("items"));
      }
    }
  }

  private void problem() {
    if (document.getComponents().getSchemas() != null
        && document.getComponents().getSchemas().containsKey(PROBLEM)) {
      return;
    }
    Schema error =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("pointer", text("/steps/0/after"))
            .addProperty("detail", text("A duration is longer than nothing."));
    document
        .getComponents()
        .addSchema(
            PROBLEM,
            OASFactory.createSchema()
                .description("An error as RFC 9457 describes it.")
                .addType(SchemaType.OBJECT)
                .addProperty("type", text("/errors.html#invalid"))
                .addProperty("title", text("The request is not valid"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("The severity 'P9' is not known."))
                .addProperty(
                    "errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status"));
  }

  private static Schema text(String example) {
    return OASFactory.createSchema().addType(SchemaType.STRING).addExample(example);
  }

  private static APIResponse described(String title, Content content) {
    return OASFactory.createAPIResponse().description(title).content(content);
  }

  private static Content problemContent() {
    return OASFactory.createContent()
        .addMediaType(
            PROBLEM_JSON,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
  }

  private static Map<Integer, String> titles() {
    Map<Integer, String> titles = new TreeMap<>();
    for (KitError error : KitError.values()) {
      titles.putIfAbsent(error.status(), error.title());
    }
    titles.putIfAbsent(408, "The body came too slowly");
    titles.putIfAbsent(429, "Too many requests");
    titles.remove(KitError.INTERNAL.status());
    titles.remove(KitError.METHOD_NOT_ALLOWED.status());
    return titles;
  }

  private static String name(int status) {
    return "Error" + status;
  }
}
