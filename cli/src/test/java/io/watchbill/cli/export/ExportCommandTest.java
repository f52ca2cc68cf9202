package io.watchbill.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String NONE = "{\"items\": []}";
  @TempDir Path place;
  private Services services;

  @BeforeEach
  void start() throws Exception {
    services = new Services();
    for (Exported one : Exported.ALL) {
      services.on("GET " + one.path(), NONE);
    }
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void oneListIsADocumentOfItsOwn() throws Exception {
    people();

    JsonNode json = new ObjectMapper().readTree(WbRun.of(services).run("export", "people").out());
    JsonNode yaml =
        new YAMLMapper().readTree(WbRun.of(services).run("export", "people", "-o", "yaml").out());

    assertThat(json).hasSize(2).isEqualTo(yaml);
  }

  @Test
  void severalAreAnObject() throws Exception {
    people();

    String[] command = {"export", "people", "teams", "contact-methods"};
    JsonNode json = new ObjectMapper().readTree(WbRun.of(services).run(command).out());
    String[] yamlCommand = {"export", "people", "teams", "contact-methods", "-o", "yaml"};
    JsonNode yaml = new YAMLMapper().readTree(WbRun.of(services).run(yamlCommand).out());

    assertThat(json.properties()).hasSize(3);
    assertThat(json.at("/people/1/id").asText()).isEqualTo("bob");
    assertThat(json.at("/teams")).isEmpty();
    assertThat(json.at("/contact-methods/0/person").asText()).isEqualTo("ann");
    assertThat(json).isEqualTo(yaml);
  }

  @Test
  void everythingThatWasSetUpIsExportedByItself() throws Exception {
    JsonNode json = new ObjectMapper().readTree(WbRun.of(services).run("export").out());

    assertThat(json.properties().stream().map(Map.Entry::getKey))
        .contains("teams", "policies", "severities", "grants")
        .doesNotContain("incidents", "keys");
  }

  @Test
  void whatTheKeyMayNotReadIsLeftOut() throws Exception {
    try (Services strict = new Services()) {
      for (Exported one : Exported.ALL) {
        strict.on("GET " + one.path(), 403, "{\"detail\": \"Needs 'admin'.\"}");
      }

      WbRun.Result run = WbRun.of(strict).run("export");

      assertThat(run.out()).isEqualTo("{}\n");
      assertThat(run.err()).contains("wb: grants left out: Needs 'admin'\n");
      assertThat(WbRun.of(strict).run("export", "grants").code()).isEqualTo(4);
    }
  }

  @Test
  void aDirectoryHasAFileForEachList() throws Exception {
    people();

    WbRun.Result run = WbRun.of(services).run("export", "people", "--dir", place.toString());

    assertThat(new ObjectMapper().readTree(place.resolve("people.json").toFile())).hasSize(2);
    assertThat(run.err()).isEqualTo("Wrote " + place.resolve("people.json") + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(place.toFile().list()).containsExactly("people.json");
  }

  @Test
  void aListThatIsNotThereIsNamed() {
    assertThat(WbRun.of(services).run("export", "cats").err())
        .startsWith("wb: there is no list 'cats'; there are: teams, people");
  }

  private void people() throws Exception {
    services.close();
    services =
        new Services()
            .on(
                "GET /v1/people?limit=500",
                200,
                "{\"items\": [{\"id\": \"ann\", \"name\": \"A: n\"}]}",
                "Link",
                "</v1/people?cursor=2>; rel=\"next\"")
            .on("GET /v1/people?cursor=2", "{\"items\": [{\"id\": \"bob\", \"list\": [1, {}]}]}")
            .on("GET /v1/teams", NONE)
            .on("GET /v1/contact-methods/ann", "{\"items\": [{\"id\": \"mail\"}]}")
            .on("GET /v1/contact-methods/bob", NONE);
  }
}
