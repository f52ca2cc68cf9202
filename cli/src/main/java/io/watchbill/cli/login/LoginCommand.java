package io.watchbill.cli.login;

import io.watchbill.cli.config.Addresses;
import io.watchbill.cli.config.Choice;
import io.watchbill.cli.config.Connection;
import io.watchbill.cli.config.KeyText;
import io.watchbill.cli.config.Profile;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.Failure;
import io.watchbill.cli.http.Api;
import io.watchbill.cli.http.Names;
import io.watchbill.cli.output.Terminal;
import io.watchbill.cli.session.Caller;
import io.watchbill.cli.session.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps an address and a key, when they work. */
@Command(
    name = "login",
    description = {
      "Keep the address of Watchbill and your key, when they work.",
      "Asks for both; without a terminal the key is the first line of the input, and --url names"
          + " the address. They go into ~/.config/watchbill/config (XDG_CONFIG_HOME), which only you"
          + " can read."
    })
public final class LoginCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "Whose key it is, for incidents --mine; Watchbill is asked when absent.")
  private @Nullable String person;

  public LoginCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Choice choice = session.choice();
    String name = choice.profileName();
    Addresses addresses = addresses(choice);
    if (addresses.isExposed()) {
      session.terminal().say("wb: without https, everybody on the way can read your key");
    }
    Connection connection = new Connection(addresses, key(), Optional.empty(), false);
    Api api = session.api(connection);
    api.get(Service.INCIDENT, "/v1/severities");
    Optional<String> owner =
        Optional.ofNullable(person).map(id -> known(api, id)).or(() -> new Caller(api).person());
    session.config().keep(name, new Profile(addresses, connection.key(), owner));
    session
        .terminal()
        .say(
            "Signed in to %s%s, profile '%s', in %s."
                .formatted(
                    addresses.text(),
                    owner.map(id -> " as " + id).orElse(""),
                    name,
                    session.config().path()));
  }

  private Addresses addresses(Choice choice) {
    Terminal terminal = session.terminal();
    String url =
        choice
            .urlOrVariable()
            .or(() -> terminal.interactive() ? terminal.ask("URL: ") : Optional.empty())
            .orElse("");
    if (url.isBlank()) {
      throw Failure.usage("login needs the address: --url https://watchbill.example.org");
    }
    return Addresses.parse(url);
  }

  private String key() {
    Terminal terminal = session.terminal();
    Optional<String> key =
        terminal.interactive() ? terminal.hidden().apply("Key: ") : terminal.line();
    return KeyText.check(key.orElse(""));
  }

  private static String known(Api api, String id) {
    api.get(Service.ROTATION, "/v1/people/" + Names.id("person", id));
    return id;
  }
}
