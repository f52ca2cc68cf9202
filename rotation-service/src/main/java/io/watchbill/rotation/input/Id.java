package io.watchbill.rotation.input;

import io.watchbill.kit.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of resources that clients choose; they never change. */
public final class Id {
  /** The pattern of an id. */
  public static final String PATTERN = "[a-z0-9-]{1,63}";

  /** The pattern in words. */
  public static final String RULE = "an id has 1 to 63 characters of a-z, 0-9 and hyphen";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private Id() {}

  /** Returns whether the text is an id. */
  public static boolean fits(@Nullable String text) {
    return text != null && FORM.matcher(text).matches();
  }

  /**
   * Returns the id of a path.
   *
   * @throws Problem when it cannot be one
   */
  public static String inPath(String id) {
    if (!fits(id)) {
      throw Problem.invalid("id", RULE);
    }
    return id;
  }

  /**
   * Returns the id of a cursor or filter, which may be absent.
   *
   * @throws Problem when it cannot be one
   */
  public static @Nullable String parameter(String name, @Nullable String id) {
    if (id != null && !fits(id)) {
      throw Problem.invalid(name, RULE);
    }
    return id;
  }
}
