package io.watchbill.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * YAML of JSON. What is not plainly a word stands in double quotes, as in JSON: readers of YAML 1.1
 * and 1.2 then agree on it.
 */
public final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z_-]*(?: [A-Za-z_-]+)*");
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  /** Returns the lines of a document. */
  public static String of(JsonNode json) {
    Yaml yaml = new Yaml();
    if (json.isContainerNode() && !json.isEmpty()) {
      yaml.block(json, 0, true);
    } else {
      yaml.text.append(scalar(json)).append('\n');
    }
    return yaml.text.toString();
  }

  /** Writes the lines of an object or list; the first may stand behind a dash. */
  private void block(JsonNode json, int depth, boolean first) {
    boolean indent = !first;
    if (json.isArray()) {
      for (JsonNode item : json) {
        indent(depth, indent);
        text.append("- ");
        nested(item, depth + 1, true);
        indent = true;
      }
      return;
    }
    Iterator<Map.Entry<String, JsonNode>> fields = json.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      indent(depth, indent);
      text.append(word(field.getKey())).append(':');
      if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
        text.append('\n');
        nested(field.getValue(), depth + 1, false);
      } else {
        text.append(' ').append(scalar(field.getValue())).append('\n');
      }
      indent = true;
    }
  }

  private void nested(JsonNode json, int depth, boolean behindDash) {
    if (json.isContainerNode() && !json.isEmpty()) {
      block(json, depth, behindDash);
    } else {
      text.append(scalar(json)).append('\n');
    }
  }

  private void indent(int depth, boolean really) {
    if (really) {
      text.append("  ".repeat(depth));
    }
  }

  private static String scalar(JsonNode json) {
    return json.isTextual() ? word(json.textValue()) : JsonText.compact(json);
  }

  private static String word(String word) {
    boolean plain =
        word.length() <= 80
            && PLAIN.matcher(word).matches()
            && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
    return plain ? word : JsonText.compact(TextNode.valueOf(word));
  }
}
