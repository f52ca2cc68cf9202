package io.watchbill.laptop.example;

import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One request of the example: which service, which path, and the body from a file. */
record ExampleRequest(Service service, String path, String body) {

  /** All of them, in their order. */
  static List<ExampleRequest> all() {
    return resource("requests.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(ExampleRequest::read)
        .toList();
  }

  private static ExampleRequest read(String line) {
    String[] parts = line.split("\\s+");
    if (parts.length != 4 || !parts[0].equals("PUT")) {
      throw new IllegalStateException("not a request of the example: " + line);
    }
    return new ExampleRequest(
        Service.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2], resource(parts[3]));
  }

  private static String resource(String name) {
    try (InputStream stream = ExampleRequest.class.getResourceAsStream("/example/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the example lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
