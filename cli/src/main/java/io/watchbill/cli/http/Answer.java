package io.watchbill.cli.http;

import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer of a service, as it came. */
record Answer(int status, HttpResponse<String> response) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  String body() {
    return response.body();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** Returns whether it is JSON, or nothing at all: what a service of ours says. */
  boolean isOurs() {
    return body().isBlank()
        || header("Content-Type").map(type -> type.contains("json")).orElse(false);
  }
}
