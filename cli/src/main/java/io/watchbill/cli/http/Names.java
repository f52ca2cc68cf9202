package io.watchbill.cli.http;

import io.watchbill.cli.failure.Failure;
import java.util.regex.Pattern;

/** Names that become a part of a path. */
public final class Names {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,63}");

  private Names() {}

  /** Returns the id, or refuses what cannot be one. */
  public static String id(String what, String id) {
    if (!ID.matcher(id).matches()) {
      throw Failure.usage(
          "the id of a %s has lower-case letters, digits and '-', not '%s'".formatted(what, id));
    }
    return id;
  }

  /** Returns the reference or id of an incident, or refuses what cannot be one. */
  public static String incident(String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      throw Failure.usage(
          "an incident is named by its reference, INC-12, or its id, not '%s'"
              .formatted(reference));
    }
    return reference;
  }
}
