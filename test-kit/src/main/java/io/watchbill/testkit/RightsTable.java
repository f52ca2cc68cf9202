package io.watchbill.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The table of rights: every operation of a service's OpenAPI, called by every kind of caller
 * ({@link Cast}), compared with the committed {@code src/test/resources/rights.txt}. A new
 * operation fails until it has a sample and a row.
 *
 * <p>So are the pages and their forms, as a browser asks for them: who is not signed in is led to
 * where they can be.
 *
 * <p>A cell is {@code yes} when the caller was let in, else the status: 401, 403 or 404. Later
 * errors (409, say) do not show; but one caller must have succeeded.
 */
public abstract class RightsTable {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Path COMMITTED = Path.of("src", "test", "resources", "rights.txt");
  private static final Path FRESH = Path.of("target", "rights.txt");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Set<Integer> SHUT = Set.of(401, 403, 404);
  private static final String HEAD =
      """
      # Who may what: each operation, called by each kind of caller. What is asked for belongs to
      # the team of the columns without "/other" and to the person "self". "yes": let in; else the
      # status. "archived", "revoked" and "expired" had the right admin. Then the same for pages, and
      # for the forms on them; "sign-in": led to where one can sign in.
      #
      # Held against the service by its RightsTest. After a change that is meant:
      #   ./mvnw -pl <service> -am test -Dtest=RightsTest -Dsurefire.failIfNoSpecifiedTests=false
      #   cp <service>/target/rights.txt <service>/src/test/resources/rights.txt
      """;

  /** How each operation is called. */
  protected abstract Samples samples();

  /** Creates the person who was archived. */
  protected void prepare(Map<String, Optional<String>> cast) {
    TestKeys.archive(Cast.ARCHIVED);
  }

  @Test
  void everybodyMayWhatTheTableSays() throws IOException {
    Map<String, Optional<String>> cast = Cast.keys();
    prepare(cast);
    Samples samples = samples();
    Map<String, String> operations = operations();
    assertThat(samples.operations())
        .as("each operation of the API has a sample, and no other has")
        .isEqualTo(new TreeSet<>(operations.keySet()));

    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("operation"));
    head.addAll(cast.keySet());
    rows.add(head);
    List<String> unheard = new ArrayList<>();
    operations.forEach((id, where) -> rows.add(row(id, where, cast, samples, unheard)));
    PageEndpoints endpoints = new PageEndpoints(getClass().getPackageName());
    List<List<String>> pages = table("page", endpoints.pages(), "GET", samples, cast, unheard);
    List<List<String>> forms = table("form", endpoints.forms(), "POST", samples, cast, unheard);
    unheard.removeIf(what -> !samples.isDoneBySomebody(what.split(" ", 2)[0]));
    String found = HEAD + text(rows) + "\n" + text(pages) + "\n" + text(forms);
    assertThat(endpoints.pages()).as("samples of pages").containsAll(samples.pages());
    assertThat(endpoints.forms()).as("samples of forms").containsAll(samples.forms());
    Files.writeString(FRESH, found);
    assertThat(unheard).as("what nobody could do at all, so that nothing is shown").isEmpty();
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertThat(found.lines().toList())
        .as("if the change is meant: cp %s %s", FRESH, COMMITTED)
        .isEqualTo(committed.lines().toList());
  }

  private static List<String> row(
      String id,
      String where,
      Map<String, Optional<String>> cast,
      Samples samples,
      List<String> unheard) {
    String method = where.substring(0, where.indexOf(' '));
    List<String> row = new ArrayList<>(List.of(id));
    boolean done = false;
    List<String> faults = new ArrayList<>();
    Samples.Call call = samples.of(id).orElseThrow();
    for (Map.Entry<String, Optional<String>> caller : cast.entrySet()) {
      assertThat(call.path().replaceFirst("\\?.*", "")).as(id).matches(pattern(where));
      HttpResponse<String> answer = answer(method, call, caller.getValue(), "*/*");
      int status = answer.statusCode();
      done |= status < 400;
      if (status >= 500 || status >= 400 && !SHUT.contains(status)) {
        faults.add(caller.getKey() + ": " + status + " " + answer.body());
      }
      assertThat(status < 500 || !samples.isDoneBySomebody(id))
          .as(id + " by " + caller.getKey() + ": " + status)
          .isTrue();
      if (SHUT.contains(status)) {
        row.add(String.valueOf(status));
      } else {
        row.add("yes");
        call = samples.of(id).orElseThrow();
      }
    }
    if (!done && samples.isDoneBySomebody(id)) {
      unheard.add(id + " " + faults);
    }
    return row;
  }

  /** What each caller's browser gets. */
  private static List<List<String>> table(
      String what,
      Set<String> patterns,
      String method,
      Samples samples,
      Map<String, Optional<String>> cast,
      List<String> unheard) {
    boolean asked = method.equals("GET");
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(what));
    head.addAll(cast.keySet());
    rows.add(head);
    for (String pattern : patterns) {
      List<String> row = new ArrayList<>(List.of(pattern));
      boolean done = false;
      String fault = "";
      Samples.Call call = asked ? samples.page(pattern) : samples.form(pattern);
      for (Map.Entry<String, Optional<String>> caller : cast.entrySet()) {
        HttpResponse<String> answer = answer(method, call, caller.getValue(), "text/html");
        assertThat(answer.statusCode() < 500 || !samples.isDoneBySomebody(pattern))
            .as(method + " " + call.path() + " by " + caller.getKey() + ": " + answer.body())
            .isTrue();
        String cell = cell(answer);
        row.add(cell);
        done |= cell.equals("yes") && answer.statusCode() < 400;
        fault = answer.statusCode() >= 400 && cell.equals("yes") ? answer.body() : fault;
        if (cell.equals("yes")) {
          call = asked ? samples.page(pattern) : samples.form(pattern);
        }
      }
      rows.add(row);
      if (!done) {
        unheard.add(pattern + " " + fault);
      }
    }
    return rows;
  }

  private static String cell(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (SHUT.contains(status)) {
      return String.valueOf(status);
    }
    String place = answer.headers().firstValue("Location").orElse("");
    return status == 303 && place.contains("/sign-in") ? "sign-in" : "yes";
  }

  /** Some thousand requests: with a plain client, as REST Assured takes ten times as long. */
  private static HttpResponse<String> answer(
      String method, Samples.Call call, Optional<String> key, String accept) {
    URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + call.path());
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept);
    key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    boolean empty = call.body().isEmpty();
    if (!empty || !method.equals("GET")) {
      request.header("Content-Type", call.type());
    }
    request.method(method, empty ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pattern(String where) {
    String path = where.substring(where.indexOf(' ') + 1);
    return path.replaceAll("\\{[^}]*\\}", "[^/]+").replace(".", "\\.");
  }

  /** Method and path of each operation, by its id. */
  private static Map<String, String> operations() {
    String served =
        given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    Map<String, String> operations = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> path : YAML.readTree(served).path("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          if (METHODS.contains(method.getKey())) {
            operations.put(
                method.getValue().path("operationId").asText(),
                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return operations;
  }

  private static String text(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(("%-" + (widths.get(column) + 1) + "s").formatted(row.get(column)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
