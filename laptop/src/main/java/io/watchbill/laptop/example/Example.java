package io.watchbill.laptop.example;

import io.watchbill.laptop.Console;
import io.watchbill.laptop.Installation;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The example team, loaded through the REST APIs into an empty database. A mark on disk shows when
 * loading was interrupted; it is then repeated, which changes nothing that was loaded before.
 */
public final class Example {
  private static final String INTEGRATION = "prometheus";

  private final Installation installation;
  private final Console console;

  public Example(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  /** Loads the example, unless the database has data. */
  public void loadIfEmpty() {
    Path unfinished = installation.data().run().resolve("example-unfinished");
    try {
      if (!Files.exists(unfinished) && !isEmpty()) {
        return;
      }
      Files.writeString(unfinished, "");
      load();
      Files.delete(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isEmpty() {
    return nothingIn(Service.ROTATION, "/v1/people?limit=1")
        && nothingIn(Service.ROTATION, "/v1/teams?limit=1")
        && nothingIn(Service.ESCALATION, "/v1/policies?limit=1");
  }

  private boolean nothingIn(Service service, String path) {
    return installation.api(service).get(path).expectSuccess(path).path("items").isEmpty();
  }

  private void load() {
    console.say(
        "Entering the example: team security, with Alice, Bob, Charlie and their lead Carol ...");
    for (ExampleRequest request : ExampleRequest.all()) {
      installation
          .api(request.service())
          .put(request.path(), request.body())
          .expectSuccess(request.path());
    }
    makeIntegration();
  }

  /** Its key is shown once: if that one was lost with a killed launcher, another is made. */
  private void makeIntegration() {
    if (installation.secrets().find(Installation.INTEGRATION_KEY).isPresent()) {
      return;
    }
    Api.Answer answer =
        installation
            .api(Service.INCIDENT)
            .post(
                "/v1/integrations",
                """
                {"id": "%s", "name": "Prometheus", "kind": "alertmanager", "team": "security"}
                """
                    .formatted(INTEGRATION));
    String key =
        answer.status() == 409
            ? anotherKey()
            : answer.expectSuccess("/v1/integrations").path("key").asText();
    installation.secrets().keep(Installation.INTEGRATION_KEY, key);
  }

  private String anotherKey() {
    return installation
        .api(Service.ROTATION)
        .post(
            "/v1/keys",
            """
            {"kind": "integration", "principal": "%s", "scopes": ["ingest"]}
            """
                .formatted(INTEGRATION))
        .expectSuccess("/v1/keys")
        .path("key")
        .asText();
  }
}
