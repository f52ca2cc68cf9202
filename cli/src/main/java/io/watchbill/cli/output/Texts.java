package io.watchbill.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** Texts of JSON; what is absent or null is empty. */
public final class Texts {
  private Texts() {}

  /** Returns a field's text. */
  public static String of(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  /** Returns the texts of a list, separated by commas. */
  public static String list(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }
}
