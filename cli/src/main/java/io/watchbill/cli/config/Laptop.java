package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code ./watchbill up} leaves in its data directory: the first port, and the admin's key.
 */
public record Laptop(Path data) {

  /** Returns the three services of the latest run; empty before the first. */
  public Optional<Addresses> addresses() {
    Path ports = data.resolve("run").resolve("ports");
    if (!Files.exists(ports)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Addresses.onThisMachine(Integer.parseInt(Files.readString(ports).strip())));
    } catch (IOException | NumberFormatException e) {
      throw new Failure(ExitCode.FAILED, ports + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads the admin's key. */
  String key() {
    return KeyText.in(data.resolve("secrets").resolve("admin-key"));
  }
}
