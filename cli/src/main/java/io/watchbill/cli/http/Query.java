package io.watchbill.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path with its query. */
public final class Query {
  private final String path;
  private final List<String> parameters = new ArrayList<>();

  public Query(String path) {
    this.path = path;
  }

  /** Adds a parameter. */
  public Query with(String name, String value) {
    parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a parameter, if it has a value. */
  public Query with(String name, Optional<String> value) {
    value.ifPresent(v -> with(name, v));
    return this;
  }

  @Override
  public String toString() {
    return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
  }
}
