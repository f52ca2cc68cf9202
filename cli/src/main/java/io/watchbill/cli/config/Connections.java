package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.util.Optional;

/**
 * Finds the connection: options, then the environment, then the profile, then the laptop. A key
 * that was kept for one address is never sent to another.
 */
public record Connections(ConfigFile file) {

  /** Returns the connection that was chosen. */
  public Connection find(Choice choice) {
    if (choice.data().isPresent()) {
      return laptop(choice)
          .orElseThrow(
              () ->
                  new Failure(
                      ExitCode.NOT_FOUND,
                      "nothing has run in "
                          + choice.data().get()
                          + "; start it with ./watchbill up"));
    }
    Optional<Profile> profile = profile(choice);
    if (choice.urlOrVariable().isPresent()) {
      return elsewhere(Addresses.parse(choice.urlOrVariable().get()), profile, choice);
    }
    if (profile.isPresent()) {
      Profile p = profile.get();
      return new Connection(p.addresses(), choice.key().orElse(p.key()), p.person(), false);
    }
    return laptop(choice)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.NOT_ALLOWED,
                    "not signed in: run wb login, or set WATCHBILL_URL and WATCHBILL_KEY"));
  }

  private Optional<Profile> profile(Choice choice) {
    Optional<Profile> profile = file.profile(choice.profileName());
    if (profile.isEmpty() && choice.profileOrVariable().isPresent()) {
      throw new Failure(
          ExitCode.NOT_ALLOWED,
          "there is no profile '%1$s'; run wb login --profile %1$s"
              .formatted(choice.profileName()));
    }
    return profile;
  }

  private static Connection elsewhere(
      Addresses addresses, Optional<Profile> profile, Choice choice) {
    Optional<Profile> same = profile.filter(p -> p.addresses().equals(addresses));
    String key =
        choice
            .key()
            .or(() -> same.map(Profile::key))
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.NOT_ALLOWED,
                        "no key for "
                            + addresses.text()
                            + ": set WATCHBILL_KEY or WATCHBILL_KEY_FILE, or run wb login"));
    return new Connection(addresses, key, same.flatMap(Profile::person), false);
  }

  private static Optional<Connection> laptop(Choice choice) {
    return choice
        .laptop()
        .flatMap(
            laptop ->
                laptop
                    .addresses()
                    .map(
                        addresses ->
                            new Connection(
                                addresses,
                                choice.key().orElseGet(laptop::key),
                                Optional.empty(),
                                true)));
  }
}
