package io.watchbill.kit.slice;

import io.watchbill.kit.database.Where;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The sort key of an item in a list with the newest first.
 *
 * @param at when it came
 * @param id the order of equal instants
 */
public record NewestFirst(Instant at, UUID id) {

  /** Returns the key as written in a cursor. */
  public static String key(Instant at, UUID id) {
    return at + " " + id;
  }

  /** Reads a key from a cursor; rejects anything else. */
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
   * Adds the condition for items after a key.
   *
   * @param columns the two columns of the order, as {@code "created_at, id"}
   */
  public static void after(Where where, String columns, String key) {
    NewestFirst last = parse(key);
    where.and("(" + columns + ") < (?, ?)", last.at, last.id);
  }
}
