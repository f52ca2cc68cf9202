package io.watchbill.escalation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  private static JsonNode again(JsonNode document) {
    return YamlReader.read(YamlWriter.write(document)).tree();
  }

  @Test
  void theExampleOfTheGuideIsReadAgainAsItWas() throws IOException {
    JsonNode policy = YamlReader.read(Files.readString(Path.of("examples/security.yaml"))).tree();

    assertThat(again(policy)).hasToString(policy.toString());
    assertThat(YamlWriter.write(policy))
        .contains(
            "repeat: {times: 1}\n",
            "- name: primary\n  notify: [{rotation: security, role: primary}]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "null",
        "~",
        "",
        " ",
        "a: b",
        "a #b",
        "- x",
        "1",
        "-1.5",
        "1e5",
        "0x1f",
        "yes",
        "2026-12-24",
        "it's",
        "\"",
        "back\\slash",
        "a\nb",
        "a\r\nb\t",
        "[x]",
        "{y}",
        "a, b",
        "@x",
        "*x",
        "&x",
        "!x",
        "%x",
        "Größe – ✓",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "😀",
        "trailing ",
        "x:",
        "?",
        "|",
        ">",
        "a\u0001b"
      })
  void whateverANameIsItIsReadAgain(String name) throws IOException {
    JsonNode policy =
        new ObjectMapper()
            .createObjectNode()
            .put("name", name)
            .set(
                "steps",
                new ObjectMapper()
                    .createArrayNode()
                    .add(
                        new ObjectMapper()
                            .createObjectNode()
                            .put(name, 1)
                            .put("notify", name)
                            .put("n", 2.5)));

    assertThat(again(policy)).hasToString(policy.toString());
  }
}
