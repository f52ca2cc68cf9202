package io.watchbill.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.output.Texts;
import java.util.Optional;

/** Whom a key belongs to. */
public record Caller(Api api) {
  private static final String PATH = "/v1/me";

  /** Returns what Watchbill says of the caller. */
  public JsonNode get() {
    return api.get(Service.ROTATION, PATH);
  }

  /** Returns the person, if it is one, and Watchbill says so. */
  public Optional<String> person() {
    try {
      return api.find(Service.ROTATION, PATH)
          .filter(caller -> Texts.of(caller, "kind").equals("person"))
          .map(caller -> Texts.of(caller, "id"));
    } catch (Failure failure) {
      return Optional.empty();
    }
  }
}
