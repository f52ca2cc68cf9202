package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import java.util.UUID;

/** Ids of things that happen: made by us, never chosen. */
public final class Uuid {
  private Uuid() {}

  /**
   * The id of a path.
   *
   * @param what it is the id of
   * @throws Problem when it cannot be one
   */
  public static UUID inPath(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound(what, text);
    }
  }

  /** The id after which a page begins; null for the first page. */
  public static UUID after(SliceRequest page) {
    try {
      return page.after().map(UUID::fromString).orElse(null);
    } catch (IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
