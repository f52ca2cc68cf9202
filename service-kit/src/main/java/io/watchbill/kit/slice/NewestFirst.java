package io.watchbill.kit.slice;

import io.watchbill.kit.database.Where;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The key of an item of a list whose newest item comes first.
 *
 * @param at when it came
 * @param id which comes first where instants are equal
 */
public record NewestFirst(Instant at, UUID id) {

  /** The key as it stands in a cursor. */
  public static String key(Instant at, UUID id) {
    return at + " " + id;
  }

  /** Reads a key; what is none is a cursor that is not ours. */
  public static NewestFirst parse(String key) {
    String[] parts = key.split(" ", -1);
    if (parts.length != 2) {
      throw SliceRequest.invalidCursor();
    }
    try {
      return new NewestFirst(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }

  /**
   * Lets through what comes after a key.
   *
   * @param columns the two columns of the order, as {@code "created_at, id"}
   */
  public static void after(Where where, String columns, String key) {
    NewestFirst last = parse(key);
    where.and("(" + columns + ") < (?, ?)", last.at, last.id);
  }
}
