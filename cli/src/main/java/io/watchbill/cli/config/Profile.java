package io.watchbill.cli.config;

import io.watchbill.cli.failure.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An installation that somebody has signed in to.
 *
 * @param person whom the key belongs to, when that is known
 */
public record Profile(Addresses addresses, String key, Optional<String> person) {
  /** The profile that is used when none is named. */
  public static final String DEFAULT = "default";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,63}");

  /** Refuses what cannot be a profile's name. */
  public static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Failure.usage(
          "a profile's name has letters, digits, '.', '_' and '-', not '" + name + "'");
    }
    return name;
  }
}
