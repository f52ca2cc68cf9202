package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes JSON as YAML that people edit; {@link YamlReader} reads the same from it. */
final class YamlWriter {
  private static final int WIDTH = 90;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[\\w ./()@+-]*[\\w./()@+-])?");
  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final StringBuilder text = new StringBuilder();

  private YamlWriter() {}

  static String write(JsonNode document) {
    YamlWriter writer = new YamlWriter();
    document.properties().forEach(field -> writer.field(field, ""));
    return writer.text.toString();
  }

  private void field(Map.Entry<String, JsonNode> field, String indent) {
    text.append(indent).append(scalar(new TextNode(field.getKey()))).append(':');
    value(field.getValue(), indent);
  }

  /** Lists of objects get a line for each field, what is short stands in one line. */
  private void value(JsonNode value, String indent) {
    String flow = flow(value);
    if (value.isValueNode() || value.isEmpty() || !isLong(value, flow)) {
      text.append(' ').append(flow).append('\n');
    } else if (value.isArray()) {
      text.append('\n');
      value.forEach(item -> item(item, indent));
    } else {
      text.append('\n');
      value.properties().forEach(field -> field(field, indent + "  "));
    }
  }

  private void item(JsonNode item, String indent) {
    if (!item.isObject() || item.isEmpty()) {
      text.append(indent).append("- ").append(flow(item)).append('\n');
      return;
    }
    int begin = text.length();
    item.properties().forEach(field -> field(field, indent + "  "));
    text.replace(begin, begin + indent.length() + 2, indent + "- ");
  }

  private static boolean isLong(JsonNode value, String flow) {
    boolean steps =
        value.isArray()
            && StreamSupport.stream(value.spliterator(), false)
                .anyMatch(item -> item.isObject() && item.has("notify"));
    return steps || flow.length() > WIDTH;
  }

  private static String flow(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(YamlWriter::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> scalar(new TextNode(field.getKey())) + ": " + flow(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return scalar(value);
  }

  /** What is not plain is quoted as in JSON, which YAML understands. */
  private static String scalar(JsonNode value) {
    if (!value.isTextual()) {
      return value.toString();
    }
    String plain = value.asText();
    return PLAIN.matcher(plain).matches() && !WORDS.contains(plain) ? plain : quoted(value);
  }

  private static String quoted(JsonNode value) {
    return value
        .toString()
        .codePoints()
        .mapToObj(YamlWriter::character)
        .collect(Collectors.joining());
  }

  /** Characters that YAML takes for the end of a line, or refuses. */
  private static String character(int point) {
    boolean odd =
        (point >= 0x7f && point < 0xa0)
            || point == 0x2028
            || point == 0x2029
            || point == 0xfeff
            || (point >= 0xd800 && point < 0xe000)
            || point == 0xfffe
            || point == 0xffff;
    return odd ? "\\u%04x".formatted(point) : Character.toString(point);
  }
}
