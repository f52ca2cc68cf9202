package io.watchbill.escalation;

import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of lists. */
public final class Lists {
  private Lists() {}

  /** Returns a UUID of the query, or null if it is absent. */
  public static @Nullable UUID id(String parameter, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(parameter, "'" + parameter + "' is a UUID.");
    }
  }

  /** Returns the name after which the slice begins, or an empty one for the first. */
  public static String afterName(SliceRequest request) {
    String name = request.after().orElse("");
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw SliceRequest.invalidCursor();
    }
    return name;
  }

  /** Returns the id after which the slice begins, or null for the first. */
  public static @Nullable UUID after(SliceRequest request) {
    try {
      return request.after().map(UUID::fromString).orElse(null);
    } catch (IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
