package io.watchbill.cli.http;

import io.watchbill.cli.config.Service;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to a service.
 *
 * @param path with its query, from the service's address on
 * @param body JSON
 * @param key by which the service knows a repeat of a POST
 */
record Call(
    String method, Service service, String path, Optional<String> body, Optional<String> key) {

  static Call get(Service service, String path) {
    return new Call("GET", service, path, Optional.empty(), Optional.empty());
  }

  static Call post(Service service, String path, String body) {
    return new Call(
        "POST", service, path, Optional.of(body), Optional.of(UUID.randomUUID().toString()));
  }

  /** Returns a POST that must not be sent twice. */
  static Call once(Service service, String path, String body) {
    return new Call("POST", service, path, Optional.of(body), Optional.empty());
  }

  boolean mayBeRepeated() {
    return method.equals("GET") || key.isPresent();
  }
}
