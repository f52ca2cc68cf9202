package io.watchbill.kit.slice;

import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which slice of a list to return. A {@code @BeanParam}. */
public class SliceRequest {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  @QueryParam("limit")
  @Parameter(description = "How many items at most: 1 to 500, 50 when absent.", example = "50")
  @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(description = "Opaque; taken from the Link header of the page before.")
  @Nullable String cursor;

  /** Returns how many items a slice has at most. */
  public int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int value = Integer.parseInt(limit);
      if (value >= 1 && value <= MAX_LIMIT) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as a number out of range.
    }
    throw Problem.invalid("limit", "The limit is a whole number from 1 to " + MAX_LIMIT + ".");
  }

  /** Returns the limit plus one: the extra row shows whether there is a next slice. */
  public int limitPlusOne() {
    return limit() + 1;
  }

  /** Returns the key after which the slice begins; empty for the first slice. */
  public Optional<String> after() {
    if (cursor == null || cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw invalidCursor();
    }
  }

  /** Returns the problem of a cursor that {@link Slice} did not make. */
  public static Problem invalidCursor() {
    return Problem.invalid("cursor", "The cursor is not one of ours; start without it.");
  }

  static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
