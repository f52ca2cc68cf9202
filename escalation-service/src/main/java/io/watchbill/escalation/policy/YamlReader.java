package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchbill.kit.problem.Problem;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Reads YAML as JSON and remembers the line of each place, which only the parser's events know.
 * Safe: uses only the events of the parser, so nothing is constructed; refuses tags, anchors and
 * aliases, so nothing can loop or multiply; bounds depth and size. Plain {@code true}, {@code
 * false}, {@code null} and numbers mean the same as in JSON; everything else is text, also {@code
 * no}.
 */
final class YamlReader {
  private static final int DEEPEST = 20;
  private static final int MOST_EVENTS = 200_000;
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private final Map<String, Integer> lines = new HashMap<>();
  private int read;

  private YamlReader(Iterator<Event> events) {
    this.events = events;
  }

  static PolicyText read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(PolicyText.LONGEST);
    try {
      YamlReader reader =
          new YamlReader(new Yaml(options).parse(new StringReader(text)).iterator());
      return new PolicyText(reader.document(), reader.lines);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw Problem.invalid("", "line " + line + ": " + e.getProblem());
    } catch (YAMLException e) {
      throw Problem.invalid("", "Not valid YAML: " + e.getMessage());
    }
  }

  private JsonNode document() {
    expect(next(), StreamStartEvent.class, "a document");
    expect(next(), DocumentStartEvent.class, "a document");
    JsonNode node = node(next(), "", 0);
    next();
    if (next() instanceof DocumentStartEvent second) {
      throw wrong(second, "", "one document is expected, not several");
    }
    return node;
  }

  private JsonNode node(Event event, String pointer, int depth) {
    lines.put(pointer, event.getStartMark().getLine() + 1);
    if (!(event instanceof NodeEvent node) || node.getAnchor() != null) {
      throw wrong(event, pointer, "anchors and aliases are not allowed");
    }
    if (event instanceof CollectionStartEvent collection && collection.getTag() != null) {
      throw wrong(event, pointer, "tags are not allowed");
    }
    if (depth > DEEPEST) {
      throw wrong(event, pointer, "at most " + DEEPEST + " levels are allowed");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, pointer);
      case MappingStartEvent mapping -> mapping(mapping, pointer, depth);
      case SequenceStartEvent sequence -> sequence(pointer, depth);
      default -> throw wrong(event, pointer, "anchors and aliases are not allowed");
    };
  }

  private ObjectNode mapping(MappingStartEvent start, String pointer, int depth) {
    ObjectNode mapping = NODES.objectNode();
    for (Event key = next(); !(key instanceof MappingEndEvent); key = next()) {
      if (!(key instanceof ScalarEvent name)) {
        throw wrong(key, pointer, "the name of a field is a text");
      }
      String field = name.getValue();
      String at = pointer + "/" + field.replace("~", "~0").replace("/", "~1");
      if (mapping.has(field)) {
        throw wrong(key, at, "this field occurs twice");
      }
      mapping.set(field, node(next(), at, depth + 1));
      lines.put(at, key.getStartMark().getLine() + 1);
    }
    return mapping;
  }

  private ArrayNode sequence(String pointer, int depth) {
    ArrayNode sequence = NODES.arrayNode();
    for (Event each = next(); !(each instanceof SequenceEndEvent); each = next()) {
      sequence.add(node(each, pointer + "/" + sequence.size(), depth + 1));
    }
    return sequence;
  }

  private JsonNode scalar(ScalarEvent scalar, String pointer) {
    String value = scalar.getValue();
    if (scalar.getTag() != null) {
      throw wrong(scalar, pointer, "tags are not allowed");
    }
    if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
      return NODES.textNode(value);
    }
    if (INTEGER.matcher(value).matches()) {
      return NODES.numberNode(Long.parseLong(value));
    }
    if (DECIMAL.matcher(value).matches()) {
      return NODES.numberNode(Double.parseDouble(value));
    }
    return switch (value) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "null", "~", "" -> NODES.nullNode();
      default -> NODES.textNode(value);
    };
  }

  private Event next() {
    if (++read > MOST_EVENTS) {
      throw Problem.invalid("", "At most " + MOST_EVENTS + " values are allowed.");
    }
    return events.next();
  }

  private static void expect(Event event, Class<? extends Event> type, String what) {
    if (!type.isInstance(event)) {
      throw Problem.invalid("", "line 1: " + what + " is expected");
    }
  }

  private static Problem wrong(Event event, String pointer, String detail) {
    return Problem.invalid(pointer, "line " + (event.getStartMark().getLine() + 1) + ": " + detail);
  }
}
