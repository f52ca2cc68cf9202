package io.watchbill.kit.http;

import io.watchbill.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants in queries: RFC 3339, UTC. */
public final class InstantParameter {
  private InstantParameter() {}

  /** Reads a parameter; what is no instant is the caller's error. */
  public static Instant parse(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid(name, "'" + text + "' is no RFC 3339 instant in UTC.");
    }
  }
}
