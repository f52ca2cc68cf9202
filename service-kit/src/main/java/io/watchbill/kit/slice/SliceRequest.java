package io.watchbill.kit.slice;

import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is asked for. A {@code @BeanParam}. */
public class SliceRequest {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  @QueryParam("limit")
  @Parameter(description = "How many items at most: 1 to 500, 50 when absent.", example = "50")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "Opaque; taken from the Link header of the page before.")
  String cursor;

  /** How many items a page has at most. */
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

  /** One more than a page has: whether the extra row comes back tells if there is a next page. */
  public int limitPlusOne() {
    return limit() + 1;
  }

  /** The key after which the page begins; empty for the first page. */
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

  /** The answer to a cursor that was not made by {@link Slice}. */
  public static Problem invalidCursor() {
    return Problem.invalid("cursor", "The cursor is not one of ours; start without it.");
  }

  static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
