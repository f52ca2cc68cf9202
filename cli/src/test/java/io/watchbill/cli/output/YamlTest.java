package io.watchbill.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"x\"",
        "null",
        "{\"a\": [], \"b\": {}, \"c\": null, \"d\": true, \"e\": 1.5, \"f\": -3}",
        "{\"a\": [1, [2, [3, 4]], {\"b\": [{\"c\": 1, \"d\": 2}, {}]}]}",
        "[{\"a\": {\"b\": {\"c\": \"d\"}}, \"e\": [[]]}]",
        "{\"yes\": \"no\", \"on\": \"1\", \"~\": \"0x1f\", \"n\": \"1e3\", \"null\": \"2026-01-01\"}",
        "{\"a\": \"- x: [y] {z} #w &v *u !t |s >r 'q' \\\"p\\\" %o @n `m`\", \": \": \"a: b\"}",
        "{\"a\": \"one\\ntwo\\n\\tthree\\r\\n\", \"b\": \" x \", \"c\": \"\", \"日本\": \"🔥\"}",
        "{\"a\": \"\\u001b[31m \\u009b \\u202e \\u2028 \\u0000 \\u007f\"}"
      })
  void itReadsBackAsTheSame(String json) throws Exception {
    JsonNode tree = JSON.readTree(json);

    String yaml = Yaml.of(tree);

    assertThat(new YAMLMapper().readTree(yaml)).as(yaml).isEqualTo(tree);
  }

  @Test
  void whatIsPlainlyAWordIsNotQuoted() throws Exception {
    JsonNode tree = JSON.readTree("{\"name\": \"Many failed logins\", \"people\": [\"bob\"]}");

    assertThat(Yaml.of(tree)).isEqualTo("name: Many failed logins\npeople:\n  - bob\n");
  }

  @Test
  void noControlCharacterIsWritten() throws Exception {
    JsonNode tree = JSON.readTree("{\"a\": \"\\u001b\\u009b\\u202e\\u007f\\ud800\"}");

    assertThat(Yaml.of(tree)).isEqualTo("a: \"\\u001B\\u009b\\u202e\\u007f\\ud800\"\n");
    assertThat(JsonText.compact(tree)).isEqualTo("{\"a\":\"\\u001B\\u009b\\u202e\\u007f\\ud800\"}");
  }
}
