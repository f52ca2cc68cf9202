package io.watchbill.kit.http;

import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of a form, read from a body that came as text: it has then been bounded like any
 * other. Of a field that is there several times the first counts.
 */
public final class Form {
  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /**
   * Reads {@code application/x-www-form-urlencoded}.
   *
   * @throws Problem when it is none
   */
  public static Form of(String body) {
    Map<String, List<String>> fields = new HashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals >= 0) {
        fields
            .computeIfAbsent(decoded(field.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(field.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /** Returns the value of a field, which may be empty; nothing when the form lacks it. */
  public Optional<String> get(String name) {
    return all(name).stream().findFirst();
  }

  /** Returns all values of a field, such as of boxes that are ticked. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Returns the first value of each field. */
  public Map<String, String> values() {
    return fields.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(KitError.INVALID, "The body is not a form.");
    }
  }
}
