package io.watchbill.cli.session;

import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.output.Texts;
import java.util.Optional;

/** Whom a key belongs to. The services of a cluster say it to each other only. */
public record Caller(Api api) {

  /** Returns the person, if it is one, and this can be asked. */
  public Optional<String> person() {
    try {
      return api.find(Service.ROTATION, "/v1/caller")
          .filter(caller -> Texts.of(caller, "kind").equals("person"))
          .map(caller -> Texts.of(caller, "id"));
    } catch (Failure failure) {
      return Optional.empty();
    }
  }
}
