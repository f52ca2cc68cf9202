package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids that the service generates. */
public final class Uuid {
  private Uuid() {}

  /**
   * Returns the id of a path.
   *
   * @param what the kind of resource
   * @throws Problem when it cannot be one
   */
  public static UUID inPath(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound(what, text);
    }
  }

  /** Returns the id after which a slice begins; null for the first slice. */
  public static @Nullable UUID after(SliceRequest page) {
    try {
      return page.after().map(UUID::fromString).orElse(null);
    } catch (IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
