package io.watchbill.cli.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about the connection, in options and in the environment.
 *
 * @param url one address or three
 * @param data the data directory of a laptop, when one was named
 * @param home where the script {@code ./watchbill} lives, when it has started us
 */
public record Choice(
    Optional<String> url,
    Optional<String> profile,
    Optional<Path> data,
    Optional<Path> home,
    Map<String, String> environment) {

  /** Returns the address or addresses that were named. */
  public Optional<String> urlOrVariable() {
    return url.or(() -> variable("WATCHBILL_URL"));
  }

  Optional<String> profileOrVariable() {
    return profile.or(() -> variable("WATCHBILL_PROFILE"));
  }

  /** Returns the profile's name, named or not. */
  public String profileName() {
    return Profile.checkName(profileOrVariable().orElse(Profile.DEFAULT));
  }

  /** Returns the key that the environment gives. */
  Optional<String> key() {
    return variable("WATCHBILL_KEY")
        .map(KeyText::check)
        .or(() -> variable("WATCHBILL_KEY_FILE").map(file -> KeyText.in(Path.of(file))));
  }

  /** Returns the laptop that is there unless something else was configured. */
  Optional<Laptop> laptop() {
    return data.or(() -> home.map(directory -> directory.resolve(".watchbill"))).map(Laptop::new);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
