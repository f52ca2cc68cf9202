package io.watchbill.rotation.key;

import io.watchbill.kit.page.Frame;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the keys that forms of pages ask for, as the API does. */
@ApplicationScoped
public class KeyForms {
  private final KeyResource keys;
  private final Frame frame;

  KeyForms(KeyResource keys, Frame frame) {
    this.keys = keys;
    this.frame = frame;
  }

  /**
   * Makes a key of the fields kind, principal, scopes (by blanks) and expires (a day of the
   * caller's zone).
   *
   * @return its secret; empty when the same form was sent before
   */
  public Optional<String> make(Map<String, String> fields) {
    Response made =
        keys.make(
            fields.get("once"),
            new KeyRequest(
                fields.getOrDefault("kind", ""),
                fields.getOrDefault("principal", "").strip(),
                scopes(fields),
                expiry(fields.getOrDefault("expires", ""))));
    return made.getEntity() instanceof KeyView key
        ? Optional.ofNullable(key.key())
        : Optional.empty();
  }

  private static List<String> scopes(Map<String, String> fields) {
    return Stream.of(fields.getOrDefault("scopes", "").split(" ", -1))
        .filter(scope -> !scope.isBlank())
        .toList();
  }

  private @Nullable String expiry(String day) {
    if (day.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(day.strip()).atStartOfDay(frame.zone()).toInstant().toString();
    } catch (DateTimeException e) {
      throw Problem.invalid("/expires", "A day, such as 2026-12-24.");
    }
  }
}
