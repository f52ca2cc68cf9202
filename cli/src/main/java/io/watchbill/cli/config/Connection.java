package io.watchbill.cli.config;

import java.util.Optional;

/**
 * Whom to ask, and as whom.
 *
 * @param person whom the key belongs to, when that is known
 * @param laptop whether it is the installation that {@code ./watchbill up} starts here
 */
public record Connection(Addresses addresses, String key, Optional<String> person, boolean laptop) {

  /** Does not show the key. */
  @Override
  public String toString() {
    return "Connection[" + addresses.text() + "]";
  }
}
